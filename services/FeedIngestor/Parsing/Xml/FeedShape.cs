using System.Collections.Frozen;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>What is known about elements of feeds when their tags do not match.</summary>
internal static class FeedShape
{
    private static readonly FrozenSet<string> s_lines = Set(
        "title", "link", "guid", "pubDate", "id", "published", "updated", "modified", "issued", "dc:date", "dc:creator", "dc:title", "author", "category");

    private static readonly FrozenSet<string> s_endsLine = Set(
        "title", "link", "guid", "pubDate", "id", "published", "updated", "modified", "issued", "dc:date", "dc:creator", "author", "category",
        "description", "summary", "content", "content:encoded", "item", "entry", "enclosure", "comments");

    private static readonly FrozenSet<string> s_void = Set("br", "hr", "img", "wbr", "input", "area", "col");

    private static readonly FrozenSet<string> s_inline = Set("a", "b", "i", "u", "p", "em", "strong", "span", "font", "div", "li", "ul", "ol", "td", "tr", "table");

    public static bool IsItem(string name) =>
        name.Equals("item", StringComparison.OrdinalIgnoreCase) || name.Equals("entry", StringComparison.OrdinalIgnoreCase);

    /// <summary>An element that holds a line of text, so that one of its siblings cannot be inside it.</summary>
    public static bool IsLine(string name) => s_lines.Contains(name);

    public static bool EndsLine(string name) => s_endsLine.Contains(name);

    /// <summary>An HTML element without content: its end tag is usually missing.</summary>
    public static bool IsVoidHtml(string name) => s_void.Contains(name);

    /// <summary>An HTML element of running text: a stray end tag of one closes nothing beyond the item.</summary>
    public static bool IsInline(string name) => s_inline.Contains(name);

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
