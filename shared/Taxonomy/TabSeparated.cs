using System.Reflection;

namespace Monitoring.Taxonomy;

/// <summary>Reads the tab-separated files that are embedded in this assembly; each begins with a header line.</summary>
internal static class TabSeparated
{
    /// <summary>The rows of a file, as a look-up from column name to value.</summary>
    public static IEnumerable<TabSeparatedRow> Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Monitoring.Taxonomy.Data.{file}")
            ?? throw new InvalidOperationException($"The taxonomy file {file} is not embedded.");
        using var reader = new StreamReader(stream);
        var columns = reader.ReadLine()!.Split('\t').Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return new TabSeparatedRow(columns, line.Split('\t'));
            }
        }
    }
}

/// <summary>One row.</summary>
internal readonly struct TabSeparatedRow(Dictionary<string, int> columns, string[] cells)
{
    /// <summary>The value in a column; empty when the row is shorter.</summary>
    public string this[string column] => columns[column] is var index && index < cells.Length ? cells[index] : "";

    /// <summary>The value in a column, or null when it is empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } value ? value : null;
}
