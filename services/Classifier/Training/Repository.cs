using Monitoring.Hosting.Startup;

namespace Monitoring.Classifier.Training;

/// <summary>Finds the source tree that training reads from and writes to.</summary>
internal static class Repository
{
    /// <summary>The nearest folder above the working folder or the assembly that holds Monitoring.sln.</summary>
    /// <exception cref="UsageException">There is none: training needs the sources.</exception>
    public static string Root() =>
        Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory)
        ?? throw new UsageException("Training reads services/Classifier/Training: run it inside the repository.");

    /// <summary>All batches, in order of name.</summary>
    public static IReadOnlyList<TrainingItem> Batches(string root) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(root, "services/Classifier/Training"), "*.jsonl")
            .Order(StringComparer.Ordinal)
            .SelectMany(TrainingItem.ReadAll),
    ];

    /// <summary>Ids of the items that roles are measured on; none when the tests do not lie beside the service.</summary>
    public static IReadOnlySet<string> RoleItems(string root)
    {
        var file = Path.Combine(root, "tests/Fixtures/roles.jsonl");
        return File.Exists(file) ? TrainingItem.ReadAll(file).Select(item => item.Id).ToHashSet() : new HashSet<string>();
    }

    public static string ModelFolder(string root) => Path.Combine(root, "services/Classifier/Model");

    private static string? Above(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (File.Exists(Path.Combine(current.FullName, "Monitoring.sln")))
            {
                return current.FullName;
            }
        }

        return null;
    }
}
