using System.Buffers;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>The attributes of a start tag that pages may know, decoded.</summary>
internal struct HtmlAttributes
{
    private const int Most = 64;

    private static readonly SearchValues<char> s_nameEnd = SearchValues.Create(" \t\r\n\f=/");

    public string? Href;
    public string? Src;
    public string? Width;
    public string? Height;
    public List<(string Name, string Value)>? Others;

    /// <param name="element">Name of the element, in lower case.</param>
    /// <param name="tag">What stands between the name and the '>'.</param>
    public static HtmlAttributes Read(string element, ReadOnlySpan<char> tag)
    {
        var attributes = default(HtmlAttributes);
        for (var count = 0; count < Most && Next(ref tag, out var name, out var value); count++)
        {
            attributes.Take(element, name, value);
        }

        return attributes;
    }

    private void Take(string element, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (Is(name, "href") && element == "a")
        {
            Href ??= Decode(value);
        }
        else if (Is(name, "src") && element == "img")
        {
            Src ??= Decode(value);
        }
        else if (AllowedHtml.Attributes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known) && AllowedHtml.IsAllowed(element, known))
        {
            var text = Decode(value);
            Width = known == "width" ? Width ?? text : Width;
            Height = known == "height" ? Height ?? text : Height;
            (Others ??= []).Add((known, text));
        }
    }

    private static bool Next(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        rest = rest.TrimStart(" \t\r\n\f/\"'");
        var end = rest.IndexOfAny(s_nameEnd);
        name = end < 0 ? rest : rest[..end];
        value = default;
        rest = rest[name.Length..].TrimStart(" \t\r\n\f");
        if (!rest.StartsWith("="))
        {
            return !name.IsEmpty;
        }

        rest = rest[1..].TrimStart(" \t\r\n\f");
        var quoted = !rest.IsEmpty && rest[0] is '"' or '\'';
        var close = quoted ? rest[1..].IndexOf(rest[0]) : rest.IndexOfAny(" \t\r\n\f");
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

    private static bool Is(ReadOnlySpan<char> name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);

    private static string Decode(ReadOnlySpan<char> value) => Entities.Html.Decode(value.ToString());
}
