using System.Collections.Frozen;

namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>What a page shows of an article's mark-up: text structure, links, pictures. Nothing that runs, loads, asks or positions.</summary>
internal static class AllowedHtml
{
    public static readonly FrozenSet<string> Elements = Set(
        "a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q "
        + "rp rt ruby s samp small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr");

    /// <summary>Elements that may go while their content stays, and that no attack is built from.</summary>
    public static readonly FrozenSet<string> Transparent = Set(
        "address article aside big body center details dir font footer header hgroup html main nav nobr picture section source summary acronym label "
        + "legend link meta col colgroup");

    public static readonly FrozenSet<string> Attributes = Set("href src alt title width height colspan rowspan start lang dir datetime");

    public static readonly FrozenSet<string> Void = Set("br hr img wbr");

    public const string LinkRelation = "noopener noreferrer nofollow";

    // Elements whose next opening closes the one before (https://html.spec.whatwg.org/#optional-tags).
    private static readonly FrozenSet<string> s_self = Set("p li dt dd tr td th");

    public static bool ClosesItself(string name) => s_self.Contains(name);

    /// <summary>Which of the allowed attributes make sense where.</summary>
    public static bool IsAllowed(string element, ReadOnlySpan<char> attribute) => attribute switch
    {
        "title" or "lang" or "dir" => true,
        "alt" or "width" or "height" => element == "img",
        "colspan" or "rowspan" => element is "td" or "th",
        "start" => element == "ol",
        "datetime" => element is "time" or "ins" or "del",
        _ => false,
    };

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
