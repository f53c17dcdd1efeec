namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>Cuts texts to limits without cutting a character in two.</summary>
internal static class TextCut
{
    public static string ToCharacters(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        return char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
    }

    /// <summary>How many characters of the text fit into <paramref name="maxBytes"/> of UTF-8.</summary>
    public static int LengthInBytes(ReadOnlySpan<char> text, int maxBytes)
    {
        if (text.Length * 3L <= maxBytes)
        {
            return text.Length;
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

        return length;
    }
}
