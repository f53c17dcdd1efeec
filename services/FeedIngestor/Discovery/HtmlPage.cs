using System.Buffers;
using System.Collections.Frozen;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Monitoring.FeedIngestor.Discovery;

/// <summary>Parses pages of strangers.</summary>
internal static class HtmlPage
{
    /// <summary>
    /// Honest pages stay under 60. The parser's time grows with the square of the depth (100,000 levels took 148 s), and whatever walks such a
    /// document by recursion ends the process.
    /// </summary>
    private const int MostDepth = 400;

    // Elements that hold nothing, or that the next of their kind closes.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_flat = FrozenSet.ToFrozenSet(
        [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
            "p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "html", "head", "body",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> s_nameEnds = SearchValues.Create(" \t\r\n\f/>");
    private static readonly string[] s_raw = ["script", "style", "textarea", "title", "noscript", "template"];

    /// <summary>Null when the page is nested beyond reason.</summary>
    public static IHtmlDocument? Parse(string page) => IsSane(page) ? new HtmlParser().ParseDocument(page) : null;

    /// <summary>Counts open elements without building anything.</summary>
    private static bool IsSane(string page)
    {
        var depth = 0;
        for (var at = page.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < page.Length; at = Next(page, at + 1))
        {
            var rest = page.AsSpan(at + 1);
            if (rest.StartsWith("!--", StringComparison.Ordinal))
            {
                at = page.IndexOf("-->", at + 4, StringComparison.Ordinal);
                if (at < 0)
                {
                    return true;
                }

                continue;
            }

            var isEnd = rest[0] == '/';
            var name = Name(isEnd ? rest[1..] : rest);
            if (name.IsEmpty || s_flat.Contains(name))
            {
                continue;
            }

            depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > MostDepth)
            {
                return false;
            }

            at = isEnd ? at : PastRawText(page, at, name);
        }

        return true;
    }

    private static int Next(string page, int from) => from < page.Length ? page.IndexOf('<', from) : -1;

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
        {
            return [];
        }

        var end = text.IndexOfAny(s_nameEnds);
        return end < 0 ? text : text[..end];
    }

    /// <summary>Inside scripts and the like, signs are no mark-up: goes to just before the end tag.</summary>
    private static int PastRawText(string page, int at, ReadOnlySpan<char> name)
    {
        foreach (var raw in s_raw)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase) && page.IndexOf("</" + raw, at, StringComparison.OrdinalIgnoreCase) is > 0 and var end)
            {
                return end - 1;
            }
        }

        return at;
    }
}
