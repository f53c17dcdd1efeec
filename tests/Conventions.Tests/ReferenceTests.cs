using System.Xml.Linq;

namespace Monitoring.Conventions.Tests;

public sealed class ReferenceTests
{
    public static TheoryData<string> Services => [.. Repository.Projects("services").Where(project => !project.Contains("AllInOne", StringComparison.Ordinal))];

    public static TheoryData<string> Shared => [.. Repository.Projects("shared")];

    public static TheoryData<string> ServiceTests => [.. Repository.Projects("tests").Where(project =>
        Directory.Exists(Path.Combine(Repository.Root, "services", Path.GetFileName(project).Split('.')[0])))];

    public static TheoryData<string> AllProjects => [.. Repository.Projects("services"), .. Repository.Projects("shared"), .. Repository.Projects("tests")];

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_refers_to_shared_projects_only(string project) =>
        Assert.All(Repository.References(project), reference => Assert.StartsWith("shared/", reference, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_shared_project_refers_to_Contracts_or_nothing(string project) =>
        Assert.All(Repository.References(project), reference => Assert.Equal("shared/Contracts/Contracts.csproj", reference));

    [Theory]
    [MemberData(nameof(ServiceTests))]
    public void The_tests_of_a_service_refer_to_that_service_and_shared_projects(string project)
    {
        var service = Path.GetFileName(project).Split('.')[0];

        var others = Repository.References(project).Where(reference =>
            !reference.StartsWith("shared/", StringComparison.Ordinal) && reference != $"services/{service}/{service}.csproj");

        Assert.Empty(others);
    }

    [Fact]
    public void Contracts_uses_no_package()
    {
        var packages = XDocument.Parse(Repository.Read("shared/Contracts/Contracts.csproj")).Descendants("PackageReference");

        Assert.Empty(packages);
    }

    [Fact]
    public void AllInOne_refers_to_every_service()
    {
        var referred = Repository.References("services/AllInOne/AllInOne.csproj").Order(StringComparer.Ordinal);

        Assert.Equal(Services.Select(row => row.Data), referred);
    }

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void A_project_repeats_nothing_that_Directory_Build_props_says(string project)
    {
        var repeated = XDocument.Parse(Repository.Read(project)).Descendants()
            .Where(element => element.Name.LocalName is "TargetFramework" or "Nullable" or "ImplicitUsings" or "TreatWarningsAsErrors" or "NoWarn" or "LangVersion");

        Assert.Empty(repeated);
    }

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void A_project_is_part_of_the_solution(string project) =>
        Assert.Contains(project.Replace('/', '\\'), Repository.Read("Monitoring.sln").Replace('/', '\\'), StringComparison.Ordinal);

    [Fact]
    public void Every_package_says_what_it_is_for()
    {
        var silent = Repository.Read("Directory.Packages.props").Split('\n')
            .Where(line => line.Contains("<PackageVersion", StringComparison.Ordinal) && !line.Contains("<!--", StringComparison.Ordinal));

        Assert.Empty(silent);
    }
}
