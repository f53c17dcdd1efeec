namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>Takes text apart into tags and what stands between, whatever the text is like, in time proportional to its length.</summary>
internal sealed class MarkupScanner(string text)
{
    private const string CdataStart = "<![CDATA[";

    // A terminator that was not found once is not looked for again: a text full of openings would cost the square of its length.
    private readonly HashSet<string> _missing = [];

    public MarkupPiece Next(int index)
    {
        if (text[index] != '<')
        {
            return TextFrom(index, index);
        }

        if (StartsWith(index, CdataStart))
        {
            // Where the end is missing, the section was forgotten or the text was cut: its content is read as if it had not been opened.
            var from = index + CdataStart.Length;
            var end = Find("]]>", from);
            return end < 0 ? new MarkupPiece(MarkupKind.Ignored, index, from, from) : new MarkupPiece(MarkupKind.Cdata, from, end, end + 3);
        }

        var behind = EndOfNonElement(index);
        return behind >= 0 ? new MarkupPiece(MarkupKind.Ignored, index, behind, behind) : Tag(index);
    }

    /// <summary>Behind a comment, processing instruction or document type that starts here; -1 when none does.</summary>
    public int EndOfNonElement(int index)
    {
        if (index + 1 >= text.Length || text[index + 1] is not ('!' or '?') || StartsWith(index, CdataStart))
        {
            return -1;
        }

        if (StartsWith(index, "<!--"))
        {
            return Behind("-->", index + 4) ?? BehindFirst('>', index);
        }

        return text[index + 1] == '?' ? Behind("?>", index) ?? BehindFirst('>', index) : EndOfDoctype(index);
    }

    private MarkupPiece Tag(int index)
    {
        var closing = index + 1 < text.Length && text[index + 1] == '/';
        var name = index + (closing ? 2 : 1);
        if (name >= text.Length)
        {
            return new MarkupPiece(MarkupKind.Ignored, index, text.Length, text.Length, Cut: true);
        }

        if (!IsNameStart(text[name]))
        {
            return TextFrom(index, index + 1);
        }

        var close = EndOfTag(name);
        return close < 0
            ? new MarkupPiece(MarkupKind.Ignored, index, text.Length, text.Length, Cut: true)
            : new MarkupPiece(closing ? MarkupKind.End : MarkupKind.Start, name, close, text[close] == '>' ? close + 1 : close);
    }

    private MarkupPiece TextFrom(int from, int search)
    {
        var end = search < text.Length ? text.IndexOf('<', search) : -1;
        end = end < 0 ? text.Length : end;
        return new MarkupPiece(MarkupKind.Text, from, end, end);
    }

    private int EndOfDoctype(int index)
    {
        var bracket = text.AsSpan(index).IndexOfAny('[', '>');
        if (bracket < 0)
        {
            return text.Length;
        }

        bracket += index;
        return text[bracket] == '[' && Find("]", bracket) is var subset and >= 0 ? BehindFirst('>', subset) : BehindFirst('>', bracket);
    }

    /// <summary>The index of the tag's '>', or of the '&lt;' of the next tag when the '>' is missing; -1 at the text's end.</summary>
    private int EndOfTag(int name)
    {
        var quote = '\0';
        for (var index = name + 1; index < text.Length; index++)
        {
            var letter = text[index];
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is '>' or '<')
            {
                return index;
            }
            else if (letter is '"' or '\'' && (text[index - 1] == '=' || char.IsWhiteSpace(text[index - 1])))
            {
                quote = letter;
            }
        }

        // A quote that never closes: the tag ends where it would without quotes.
        return quote != '\0' && text.AsSpan(name).IndexOfAny('>', '<') is var plain and >= 0 ? name + plain : -1;
    }

    private bool StartsWith(int index, string start) => string.CompareOrdinal(text, index, start, 0, start.Length) == 0;

    private int? Behind(string end, int index) => Find(end, index) is var found and >= 0 ? found + end.Length : null;

    private int Find(string end, int index)
    {
        var found = index > text.Length || _missing.Contains(end) ? -1 : text.IndexOf(end, index, StringComparison.Ordinal);
        if (found < 0)
        {
            _missing.Add(end);
        }

        return found;
    }

    private int BehindFirst(char end, int index) => text.IndexOf(end, index) is var found and >= 0 ? found + 1 : text.Length;

    private static bool IsNameStart(char letter) => char.IsAsciiLetter(letter) || letter == '_' || (letter > '\u00BF' && char.IsLetter(letter));
}
