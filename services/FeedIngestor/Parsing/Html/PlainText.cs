using System.Text;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>Makes plain text from HTML fragments: titles as one line, bodies with one line per paragraph.</summary>
internal static class PlainText
{
    /// <summary>One line without mark-up.</summary>
    public static string Line(string html) => html.AsSpan().ContainsAny('<', '&') ? Read(html, lines: false, FeedLimits.LineCharacters) : CollapseLine(html);

    /// <summary>Text with line breaks between paragraphs, at most <paramref name="maxBytes"/> of UTF-8.</summary>
    public static string From(string html, int maxBytes = FeedLimits.TextBytes)
    {
        var text = Read(html, lines: true, maxBytes);
        return CutToBytes(text, maxBytes);
    }

    /// <summary>White space made single blanks; mark-up stays as it stands.</summary>
    public static string CollapseLine(string text)
    {
        text = text.Length > FeedLimits.LineCharacters ? text[..FeedLimits.LineCharacters] : text;
        var line = new TextLine(lines: false, text.Length);
        line.Append(text);
        return line.ToString();
    }

    /// <summary>One line without mark-up in which "&lt;a@b.org>" is an address, not a tag.</summary>
    public static string KeepAddresses(string html) => Line(html);

    private static string Read(string html, bool lines, int maxCharacters)
    {
        var text = new TextLine(lines, Math.Min(html.Length, maxCharacters));
        for (var index = 0; index < html.Length && text.Length < maxCharacters;)
        {
            var rest = html.AsSpan(index);
            var next = rest.IndexOfAny('<', '&');
            if (next != 0)
            {
                text.Append(next < 0 ? rest : rest[..next]);
                index += next < 0 ? rest.Length : next;
                continue;
            }

            index += rest[0] == '&' ? Reference(rest, text) : Markup(html, index, text);
        }

        return text.ToString();
    }

    private static int Reference(ReadOnlySpan<char> rest, TextLine text)
    {
        var decoded = new StringBuilder();
        var length = Entities.Html.DecodeOne(rest, decoded);
        text.Append(decoded.ToString());
        return length;
    }

    /// <summary>Passes over one piece of mark-up, or over the sign itself when it starts none.</summary>
    private static int Markup(string html, int index, TextLine text)
    {
        var tag = HtmlTag.Read(html, index);
        switch (tag.Kind)
        {
            case HtmlTagKind.None:
                text.Append("<");
                return 1;
            case HtmlTagKind.Comment:
                return tag.EndIn(html) - index;
        }

        var name = tag.NameIn(html);
        if (tag.Kind == HtmlTagKind.Start && HtmlNames.IsSilent(name))
        {
            return tag.EndOfElementIn(html) - index;
        }

        if (!HtmlNames.IsTag(name))
        {
            text.Append("<");
            return 1;
        }

        if (HtmlNames.IsBlock(name))
        {
            text.Break();
        }

        return tag.EndIn(html) - index;
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
