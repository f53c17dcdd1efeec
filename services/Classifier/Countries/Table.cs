using System.Reflection;

namespace Monitoring.Classifier.Countries;

/// <summary>Reads the tab-separated files embedded in this assembly; the first line names the columns.</summary>
internal static class Table
{
    public static IEnumerable<Dictionary<string, string>> Read(string file)
    {
        using var stream = Open(file);
        using var reader = new StreamReader(stream);
        var columns = reader.ReadLine()!.Split('\t');
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (cells.Length == columns.Length)
            {
                yield return columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
            }
        }
    }

    /// <summary>A file of this assembly.</summary>
    public static Stream Open(string file) => TryOpen(file) ?? throw new InvalidOperationException($"{file} is not embedded.");

    /// <summary>A file of this assembly, or null when it was built without.</summary>
    public static Stream? TryOpen(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return Array.Find(assembly.GetManifestResourceNames(), each => each.EndsWith("." + file, StringComparison.Ordinal)) is { } name
            ? assembly.GetManifestResourceStream(name)
            : null;
    }

    /// <summary>Alternatives of one cell, separated by a bar.</summary>
    public static string[] Alternatives(string cell) =>
        cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
