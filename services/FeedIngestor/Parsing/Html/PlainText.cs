namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>Makes plain text from HTML fragments: titles as one line, bodies with one line per paragraph.</summary>
internal static class PlainText
{
    /// <summary>One line without mark-up.</summary>
    public static string Line(string html) =>
        html.AsSpan().ContainsAny('<', '&') ? TextCut.ToCharacters(new PlainTextReader(html, lines: false, FeedLimits.LineCharacters).Read(), FeedLimits.LineCharacters) : CollapseLine(html);

    /// <summary>Text with line breaks between paragraphs, at most <paramref name="maxBytes"/> of UTF-8.</summary>
    public static string From(string html, int maxBytes = FeedLimits.TextBytes)
    {
        var text = new PlainTextReader(html, lines: true, maxBytes).Read();
        return text[..TextCut.LengthInBytes(text, maxBytes)].TrimEnd();
    }

    /// <summary>White space made single blanks; mark-up stays as it stands.</summary>
    public static string CollapseLine(string text)
    {
        text = TextCut.ToCharacters(text, FeedLimits.LineCharacters);
        var line = new TextLine(lines: false, text.Length);
        line.Append(text);
        return line.ToString();
    }
}
