using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Monitoring.Conventions.Tests;

public sealed class SizeTests
{
    private static readonly string[] s_production = [.. Repository.Sources("services", "shared")];

    [Fact]
    public void No_production_file_has_more_than_300_lines()
    {
        var tooLong = s_production.Select(file => (file, Lines: Lines(Repository.Read(file)))).Where(each => each.Lines > 300);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Half_of_the_production_files_have_at_most_60_lines()
    {
        var lengths = s_production.Select(file => Lines(Repository.Read(file))).Order().ToList();

        Assert.InRange(lengths[lengths.Count / 2], 1, 60);
    }

    [Fact]
    public void No_method_has_more_than_60_lines()
    {
        var tooLong = Nodes<BaseMethodDeclarationSyntax>().Where(each => Lines(each.Node.ToString()) > 60)
            .Select(each => $"{each.File}: {Lines(each.Node.ToString())} lines at {each.Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_class_is_constructed_with_more_than_six_parameters()
    {
        var primary = Nodes<TypeDeclarationSyntax>()
            .Where(each => each.Node is ClassDeclarationSyntax && each.Node.ParameterList?.Parameters.Count > 6)
            .Select(each => $"{each.File}: {each.Node.Identifier}");
        var declared = Nodes<ConstructorDeclarationSyntax>()
            .Where(each => each.Node.ParameterList.Parameters.Count > 6)
            .Select(each => $"{each.File}: {each.Node.Identifier}");

        Assert.Empty(primary.Concat(declared));
    }

    [Fact]
    public void The_program_of_a_service_has_at_most_20_lines()
    {
        var tooLong = s_production.Where(file => file.EndsWith("/Program.cs", StringComparison.Ordinal) && Lines(Repository.Read(file)) > 20);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void The_readme_has_at_most_150_lines() => Assert.InRange(Lines(Repository.Read("README.md")), 1, 150);

    private static int Lines(string text) => text.TrimEnd().Count(letter => letter == '\n') + 1;

    private static IEnumerable<(string File, TNode Node)> Nodes<TNode>()
        where TNode : SyntaxNode =>
        s_production.Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => CSharpSyntaxTree.ParseText(Repository.Read(file), new CSharpParseOptions(LanguageVersion.Preview))
                .GetRoot().DescendantNodes().OfType<TNode>().Select(node => (file, node)));
}
