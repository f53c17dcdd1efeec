using System.Text.RegularExpressions;

namespace Monitoring.Conventions.Tests;

public sealed partial class SourceTests
{
    private static readonly string[] s_rootFiles =
    [
        "Monitoring.sln", "README.md", "LICENSE", "docker-compose.yml", "Directory.Build.props", "Directory.Packages.props", "global.json",
        ".editorconfig", ".gitignore", ".gitattributes", ".dockerignore", ".git",
    ];

    private static readonly string[] s_rootFolders = ["services", "shared", "tests", "deploy", ".ci", ".git", "artifacts", "data", "TestResults"];

    [Fact]
    public void The_top_level_holds_only_what_the_house_knows()
    {
        var unknown = Directory.EnumerateFiles(Repository.Root).Select(Path.GetFileName).Except(s_rootFiles)
            .Concat(Directory.EnumerateDirectories(Repository.Root).Select(Path.GetFileName).Except(s_rootFolders));

        Assert.Empty(unknown);
    }

    [Fact]
    public void Only_the_edges_of_a_service_know_the_bus()
    {
        var inside = Repository.Sources("services")
            .Where(file => Repository.Read(file).Contains("using MassTransit", StringComparison.Ordinal) && !Edge().IsMatch(file));

        Assert.Empty(inside);
    }

    [Fact]
    public void Elasticsearch_is_known_in_its_own_folder_alone()
    {
        var others = Repository.Sources("services", "shared")
            .Where(file => !file.StartsWith("shared/ArticleIndex/", StringComparison.Ordinal))
            .Where(file => Repository.Read(file).Contains("_search", StringComparison.Ordinal) || Repository.Read(file).Contains("_bulk", StringComparison.Ordinal));

        Assert.Empty(others);
    }

    [Fact]
    public void No_type_name_says_nothing()
    {
        var vague = Repository.Sources("services", "shared").SelectMany(file => TypeName().Matches(Repository.Read(file))
            .Select(match => match.Groups["name"].Value)
            .Where(name => VagueWord().IsMatch(name))
            .Select(name => $"{file}: {name}"));

        Assert.Empty(vague);
    }

    [Fact]
    public void Nothing_is_left_to_do_without_an_issue()
    {
        var left = Repository.Sources("services", "shared", "tests")
            .Where(file => !file.EndsWith("SourceTests.cs", StringComparison.Ordinal))
            .Where(file => LeftOver().IsMatch(Repository.Read(file)));

        Assert.Empty(left);
    }

    [Fact]
    public void No_test_sleeps()
    {
        var sleeping = Repository.Sources("tests")
            .Where(file => !file.EndsWith("SourceTests.cs", StringComparison.Ordinal))
            .Where(file => Repository.Read(file).Contains("Thread.Sleep", StringComparison.Ordinal));

        Assert.Empty(sleeping);
    }

    [Fact]
    public void Defaults_live_in_options_classes_and_not_in_appsettings()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "services"), "appsettings*.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

        Assert.Empty(files);
    }

    [Fact]
    public void Every_project_that_the_readme_runs_exists()
    {
        var missing = ProjectOption().Matches(Repository.Read("README.md")).Select(match => match.Groups["path"].Value)
            .Where(path => path != "services/X" && !Directory.Exists(Path.Combine(Repository.Root, path)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_script_and_document_that_the_readme_names_exists()
    {
        var missing = DeployPath().Matches(Repository.Read("README.md")).Select(match => match.Value)
            .Where(path => !File.Exists(Path.Combine(Repository.Root, path)) && !Directory.Exists(Path.Combine(Repository.Root, path)));

        Assert.Empty(missing);
    }

    [GeneratedRegex(@"(Consumer|Worker|Module|Endpoints|Page|Command|Requests)\.cs$")]
    private static partial Regex Edge();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(Manager|Helper|Util|Utils|Common|Base|Impl|Data|Info|Processor)$")]
    private static partial Regex VagueWord();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b(?!\s*\(#\d+\))|NotImplementedException")]
    private static partial Regex LeftOver();

    [GeneratedRegex(@"--project\s+(?<path>[\w./-]+)")]
    private static partial Regex ProjectOption();

    [GeneratedRegex(@"deploy/[\w./-]*\w")]
    private static partial Regex DeployPath();
}
