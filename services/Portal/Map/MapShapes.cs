using System.Globalization;

namespace Monitoring.Portal.Map;

/// <summary>Outlines of countries, drawn once by deploy/scripts/world-map.mjs.</summary>
internal static class MapShapes
{
    private static readonly string[][] s_lines = ReadLines();

    /// <summary>The drawing's width and height.</summary>
    public static string ViewBox { get; } = "0 0 " + s_lines[0][1];

    /// <summary>Shapes that a reader can see.</summary>
    public static IReadOnlyList<Shape> Outlines { get; } = [.. s_lines.Skip(1).Where(cells => cells[1][0] == 'M').Select(cells => new Shape(cells[0], cells[1]))];

    /// <summary>States too small to see, as points.</summary>
    public static IReadOnlyList<Dot> Dots { get; } =
    [
        .. s_lines.Skip(1).Where(cells => cells[1][0] != 'M').Select(cells => (cells[0], Place: cells[1].Split(' ')))
            .Select(dot => new Dot(dot.Item1, int.Parse(dot.Place[0], CultureInfo.InvariantCulture), int.Parse(dot.Place[1], CultureInfo.InvariantCulture))),
    ];

    private static string[][] ReadLines()
    {
        using var stream = typeof(MapShapes).Assembly.GetManifestResourceStream("map/world.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }
}

/// <param name="Code">ISO 3166-1 alpha-2 or XK; <c>-</c> for land without a code.</param>
/// <param name="Path">As the attribute <c>d</c> of an SVG path.</param>
internal sealed record Shape(string Code, string Path);

/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="X">Units of the drawing from its left edge.</param>
/// <param name="Y">Units of the drawing from its upper edge.</param>
internal sealed record Dot(string Code, int X, int Y);
