using System.Globalization;

namespace Monitoring.Classifier.Text;

/// <summary>Which writing system a letter belongs to, as far as word boundaries depend on it.</summary>
internal static class Scripts
{
    private static readonly bool[] s_word = BuildWordTable();

    /// <summary>Letters, digits and the vowel signs that are part of words.</summary>
    public static bool IsWord(char letter) => s_word[letter];

    public static bool IsLatin(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') or 'ə';

    public static bool IsGreek(char letter) => letter is (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF');

    public static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052F';

    public static bool IsArabic(char letter) => letter is (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    public static bool IsHebrew(char letter) => letter is >= '\u0590' and <= '\u05FF';

    public static bool IsHangul(char letter) => letter is >= '\uAC00' and <= '\uD7A3';

    public static bool IsHan(char letter) => letter is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '々';

    public static bool IsKana(char letter) => letter is >= '\u3040' and <= '\u30FF';

    /// <summary>Katakana, whose runs are words of their own: タイ inside タイトル is no Thailand.</summary>
    public static bool IsKatakana(char letter) => letter is (>= '\u30A1' and <= '\u30FA') or 'ー';

    /// <summary>Scripts written without spaces between words.</summary>
    public static bool IsUnspaced(char letter) => IsHan(letter) || IsKana(letter) || IsSoutheastAsian(letter);

    /// <summary>Thai, Lao, Burmese, Khmer and Tibetan.</summary>
    public static bool IsSoutheastAsian(char letter) => letter is
        (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u0F00' and <= '\u0FFF');

    /// <summary>Scripts that tell capitals from small letters.</summary>
    public static bool HasCase(char letter) => IsLatin(letter) || IsGreek(letter) || IsCyrillic(letter) || letter is >= '\u0531' and <= '\u0587';

    /// <summary>Ends of sentences, in any script, and the line break between title and text.</summary>
    public static bool EndsSentence(char letter) => letter is '.' or '!' or '?' or '\n' or '。' or '।' or '؟' or '！' or '？' or '۔' or '…';

    private static bool[] BuildWordTable()
    {
        var table = new bool[char.MaxValue + 1];
        for (var code = 0; code < table.Length; code++)
        {
            var letter = (char)code;
            table[code] = char.IsLetterOrDigit(letter)
                || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
        }

        return table;
    }
}
