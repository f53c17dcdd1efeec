using System.Text;

namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>Makes plain text from HTML fragments: titles as one line, bodies with one line per paragraph.</summary>
internal static class PlainText
{
    /// <summary>One line without mark-up.</summary>
    public static string Line(string html) =>
        html.AsSpan().ContainsAny('<', '&') ? new PlainTextReader(html, lines: false, FeedLimits.LineCharacters).Read() : CollapseLine(html);

    /// <summary>Text with line breaks between paragraphs, at most <paramref name="maxBytes"/> of UTF-8.</summary>
    public static string From(string html, int maxBytes = FeedLimits.TextBytes) =>
        CutToBytes(new PlainTextReader(html, lines: true, maxBytes).Read(), maxBytes);

    /// <summary>White space made single blanks; mark-up stays as it stands.</summary>
    public static string CollapseLine(string text)
    {
        text = text.Length > FeedLimits.LineCharacters ? text[..FeedLimits.LineCharacters] : text;
        var line = new TextLine(lines: false, text.Length);
        line.Append(text);
        return line.ToString();
    }

    private static string CutToBytes(string text, int maxBytes)
    {
        if (text.Length * 3L <= maxBytes || Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return text;
        }

        var bytes = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length].TrimEnd();
    }
}
