using Monitoring.Classifier.Text;

namespace Monitoring.Classifier.Languages;

/// <summary>What the letters alone say about a language.</summary>
internal static class LanguageScripts
{
    private static readonly (char First, char Last, string Language)[] s_ranges =
    [
        ('\u0370', '\u03FF', "el"), ('\u1F00', '\u1FFF', "el"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"), ('\u10A0', '\u10FF', "ka"),
        ('\u1200', '\u139F', "am"), ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"), ('\u0B00', '\u0B7F', "or"),
        ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"), ('\u0D80', '\u0DFF', "si"),
        ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"), ('\u0F00', '\u0FFF', "bo"), ('\u1000', '\u109F', "my"), ('\u1780', '\u17FF', "km"),
        ('\u3040', '\u30FF', "ja"), ('\uAC00', '\uD7A3', "ko"),
    ];

    /// <summary>
    /// The script that most letters belong to: "latin", "cyrillic", "arabic", "devanagari", "han", the language itself for a script that
    /// one language in the news uses, or null for a text without letters.
    /// </summary>
    public static string? Dominant(ReadOnlySpan<char> text)
    {
        var counts = new Dictionary<string, int>();
        foreach (var letter in text[..Math.Min(text.Length, 600)])
        {
            if (Of(letter) is { } script)
            {
                // One sign of an unspaced or syllabic script says as much as several letters of an alphabet.
                counts[script] = counts.GetValueOrDefault(script) + (letter >= '\u3040' ? 3 : 1);
            }
        }

        if (counts.Count == 0)
        {
            return null;
        }

        // Japanese mixes Han with kana; a tenth of kana is enough to tell it from Chinese.
        var han = counts.GetValueOrDefault("han");
        var kana = counts.GetValueOrDefault("ja");
        if (kana > 0 && kana * 10 >= han && han + kana > counts.GetValueOrDefault("ko"))
        {
            return (han + kana) * 2 < counts.GetValueOrDefault("latin") ? "latin" : "ja";
        }

        return Most(counts);
    }

    private static string Most(Dictionary<string, int> counts) => counts.MaxBy(pair => pair.Value).Key;

    private static string? Of(char letter)
    {
        if (Scripts.IsLatin(letter) && char.IsLetter(letter))
        {
            return "latin";
        }

        if (letter < '\u0370')
        {
            return null;
        }

        if (Scripts.IsCyrillic(letter))
        {
            return "cyrillic";
        }

        if (Scripts.IsArabic(letter))
        {
            return "arabic";
        }

        if (letter is >= '\u0900' and <= '\u097F')
        {
            return "devanagari";
        }

        if (Scripts.IsHan(letter))
        {
            return "han";
        }

        foreach (var (first, last, language) in s_ranges)
        {
            if (letter >= first && letter <= last)
            {
                return language;
            }
        }

        return null;
    }
}
