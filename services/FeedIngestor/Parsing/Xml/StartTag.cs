using System.Buffers;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>A start tag of lenient XML: names as written, values decoded.</summary>
internal sealed record StartTag(string Name, IReadOnlyList<KeyValuePair<string, string>> Attributes, bool Empty)
{
    private const int MostAttributes = 64;

    private static readonly SearchValues<char> s_nameEnd = SearchValues.Create(" \t\r\n/>\"'=");

    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(s_nameEnd);
        return end < 0 ? tag : tag[..end];
    }

    /// <param name="tag">Everything between '&lt;' and '>'.</param>
    /// <param name="entities">What references in values mean.</param>
    public static StartTag Read(ReadOnlySpan<char> tag, Entities entities)
    {
        var name = NameOf(tag);
        var rest = tag[name.Length..].TrimEnd();
        var empty = rest.EndsWith("/");
        rest = empty ? rest[..^1] : rest;
        List<KeyValuePair<string, string>> attributes = [];
        while (attributes.Count < MostAttributes && NextAttribute(ref rest, out var key, out var value))
        {
            attributes.Add(new(key.ToString(), entities.Decode(value.ToString())));
        }

        return new StartTag(name.ToString(), attributes, empty);
    }

    private static bool NextAttribute(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        rest = rest.TrimStart(" \t\r\n/\"'=,");
        var end = rest.IndexOfAny(" \t\r\n=");
        key = end < 0 ? rest : rest[..end];
        value = default;
        rest = rest[key.Length..].TrimStart();
        if (key.IsEmpty)
        {
            return false;
        }

        if (!rest.StartsWith("="))
        {
            return true;
        }

        rest = rest[1..].TrimStart();
        if (rest.IsEmpty)
        {
            return true;
        }

        var quoted = rest[0] is '"' or '\'';
        var close = quoted ? rest[1..].IndexOf(rest[0]) : rest.IndexOfAny(" \t\r\n");
        value = (quoted, close) switch
        {
            (true, >= 0) => rest.Slice(1, close),
            (true, _) => rest[1..],
            (_, >= 0) => rest[..close],
            _ => rest,
        };
        rest = close < 0 ? default : rest[(close + (quoted ? 2 : 1))..];
        return true;
    }
}
