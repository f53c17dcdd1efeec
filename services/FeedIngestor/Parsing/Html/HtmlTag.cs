using System.Buffers;

namespace Monitoring.FeedIngestor.Parsing.Html;

internal enum HtmlTagKind
{
    None,
    Start,
    End,
    Comment,
}

/// <summary>A tag, or what HTML treats as a comment, in a text.</summary>
internal readonly record struct HtmlTag(HtmlTagKind Kind, int Start, int NameStart, int NameLength)
{
    private const int LongestName = 40;

    private static readonly SearchValues<char> s_nameEnd = SearchValues.Create(" \t\r\n\f/><");

    /// <summary>Reads what starts at the '&lt;' at <paramref name="index"/>.</summary>
    public static HtmlTag Read(string html, int index)
    {
        var next = index + 1 < html.Length ? html[index + 1] : '\0';
        if (next is '!' or '?')
        {
            return new HtmlTag(HtmlTagKind.Comment, index, index, 0);
        }

        var start = index + (next == '/' ? 2 : 1);
        if (start >= html.Length || !char.IsAsciiLetter(html[start]))
        {
            return default;
        }

        // "<a@b.org>" is no link: a name goes on until the tag does.
        var name = html.AsSpan(start, Math.Min(LongestName, html.Length - start));
        var end = name.IndexOfAny(s_nameEnd);
        return new HtmlTag(next == '/' ? HtmlTagKind.End : HtmlTagKind.Start, index, start, end < 0 ? name.Length : end);
    }

    public ReadOnlySpan<char> NameIn(string html) => html.AsSpan(NameStart, NameLength);

    /// <summary>Behind the tag or comment. Apart from reading, because looking for an end that is not there costs the whole text.</summary>
    public int EndIn(string html) => Kind == HtmlTagKind.Comment ? EndOfComment(html, Start) : EndOfTag(html, NameStart + NameLength);

    /// <summary>Behind the end tag of the element that this tag starts, or the text's end.</summary>
    public int EndOfElementIn(string html)
    {
        var behind = EndIn(html);
        if (behind >= 2 && html[behind - 1] == '>' && html[behind - 2] == '/')
        {
            return behind;
        }

        var end = html.IndexOf($"</{NameIn(html)}", behind, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : EndOfTag(html, end);
    }

    private static int EndOfComment(string html, int index)
    {
        if (html.AsSpan(index).StartsWith("<!--"))
        {
            var end = html.IndexOf("-->", index + 2, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }

        var close = html.IndexOf('>', index);
        return close < 0 ? html.Length : close + 1;
    }

    private static int EndOfTag(string html, int index)
    {
        var quote = '\0';
        for (var at = index; at < html.Length; at++)
        {
            var letter = html[at];
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter == '>')
            {
                return at + 1;
            }
            else if (letter is '"' or '\'' && html[at - 1] is '=' or ' ')
            {
                quote = letter;
            }
        }

        // A quote that never closes would swallow the rest: end at the next '>' instead.
        var plain = html.IndexOf('>', index);
        return plain < 0 ? html.Length : plain + 1;
    }
}
