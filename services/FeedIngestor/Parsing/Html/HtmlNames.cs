using System.Collections.Frozen;

namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>Names of HTML elements, as far as text depends on them.</summary>
internal static class HtmlNames
{
    // Elements that break the line: words on both sides are apart.
    private static readonly FrozenSet<string> s_block = Set(
        "address article aside blockquote br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
        + "header hgroup hr legend li main menu nav ol option optgroup p pre section summary table tbody td tfoot th thead tr ul body head html title");

    // Elements whose content is no text of the article.
    private static readonly FrozenSet<string> s_silent = Set("script style noscript template iframe object embed applet svg math textarea select noembed noframes xmp");

    private static readonly FrozenSet<string> s_other = Set(
        "a abbr acronym audio b base basefont bdi bdo big blink button canvas cite code col colgroup data datalist del dfn em font frame frameset i img "
        + "image input ins kbd label link map mark marquee meta meter nobr output param picture plaintext progress q rb rp rt ruby s samp slot small "
        + "source span strike strong sub sup time track tt u var video wbr area comment listing path g circle rect");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_blockSpans = s_block.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_silentSpans = s_silent.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_otherSpans = s_other.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsBlock(ReadOnlySpan<char> name) => s_blockSpans.Contains(name);

    public static bool IsSilent(ReadOnlySpan<char> name) => s_silentSpans.Contains(name);

    /// <summary>True for HTML and for names that cannot be anything else; "List&lt;String>" is not a tag.</summary>
    public static bool IsTag(ReadOnlySpan<char> name) =>
        IsBlock(name) || s_otherSpans.Contains(name) || IsSilent(name) || name.ContainsAny(':', '-');

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
