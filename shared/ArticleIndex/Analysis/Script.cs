using System.Globalization;
using System.Text;

namespace Monitoring.ArticleIndex.Analysis;

/// <summary>Classes of characters that the scanner and the stemmers tell apart.</summary>
internal static class Script
{
    /// <summary>Part of a word: letters, digits and the marks on them.</summary>
    public static bool IsWordPart(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => true,
        UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber => true,
        _ => Rune.IsLetter(rune),
    };

    /// <summary>Invisible inside a word: soft hyphen, joiners and the like.</summary>
    public static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese: indexed as pairs of characters.</summary>
    public static bool IsUnseparated(Rune rune)
    {
        var c = rune.Value;

        return c switch
        {
            < 0x0E00 => false,
            <= 0x0EFF => true, // Thai, Lao
            >= 0x1000 and <= 0x109F => true, // Burmese
            >= 0x1100 and <= 0x11FF => true, // Hangul
            >= 0x1780 and <= 0x17FF => true, // Khmer
            0x3005 or 0x3007 => true, // Han iteration mark and zero
            >= 0x3040 and <= 0x30FF and not 0x30FB => true, // kana
            >= 0x3130 and <= 0x318F => true, // Hangul
            >= 0x31F0 and <= 0x31FF => true, // kana
            >= 0x3400 and <= 0x4DBF => true, // Han
            >= 0x4E00 and <= 0x9FFF => true, // Han
            >= 0xA960 and <= 0xA97F => true, // Hangul
            >= 0xA9E0 and <= 0xA9FF => true, // Burmese
            >= 0xAA60 and <= 0xAA7F => true, // Burmese
            >= 0xAC00 and <= 0xD7FF => true, // Hangul
            >= 0xF900 and <= 0xFAFF => true, // Han
            >= 0xFF66 and <= 0xFFDC => true, // half-width kana and Hangul
            >= 0x20000 and <= 0x3FFFF => true, // Han
            _ => false,
        };
    }

    /// <summary>Languages with a stemmer that are written as <paramref name="word"/> is.</summary>
    public static IReadOnlyList<string> LanguagesOf(string word)
    {
        var first = word.EnumerateRunes().FirstOrDefault(Rune.IsLetter).Value;

        return first switch
        {
            0 => [],
            < 0x0370 or (>= 0x1E00 and <= 0x1EFF) or (>= 0xFF21 and <= 0xFF5A) => s_latin,
            (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => s_greek,
            >= 0x0400 and <= 0x052F => s_cyrillic,
            >= 0x0530 and <= 0x058F => s_armenian,
            (>= 0x0600 and <= 0x077F) or (>= 0xFB50 and <= 0xFEFC) => s_arabic,
            >= 0x0900 and <= 0x097F => s_devanagari,
            _ => [],
        };
    }

    private static readonly string[] s_latin =
    [
        "en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "no", "fi", "hu", "ro", "tr", "cs", "id", "lv", "ca", "gl", "eu", "ga",
    ];

    private static readonly string[] s_greek = ["el"];
    private static readonly string[] s_cyrillic = ["ru", "bg"];
    private static readonly string[] s_armenian = ["hy"];
    private static readonly string[] s_arabic = ["ar", "fa", "ckb"];
    private static readonly string[] s_devanagari = ["hi"];
}
