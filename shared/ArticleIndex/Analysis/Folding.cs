using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Miscellaneous;

namespace Monitoring.ArticleIndex.Analysis;

/// <summary>Brings spellings of one word together: case, accents, widths, Arabic letter forms, digits of other scripts.</summary>
internal static class Folding
{
    /// <summary>Longer terms are cut: nothing that long is a word, and Lucene refuses terms over 32 KB.</summary>
    public const int MaxTermLength = 64;

    public static string Fold(string word)
    {
        if (word.Length > MaxTermLength)
        {
            word = word[..(char.IsHighSurrogate(word[MaxTermLength - 1]) ? MaxTermLength - 1 : MaxTermLength)];
        }

        return Ascii.IsValid(word) ? word.ToLowerInvariant() : FoldUnicode(word);
    }

    private static string FoldUnicode(string word)
    {
        // A text cut in the middle of a surrogate pair must not stop a batch: Normalize throws on it.
        var decomposed = WellFormed(word).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var kept = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            Append(kept, rune);
        }

        var composed = kept.ToString().Normalize(NormalizationForm.FormC).ToCharArray();
        var folded = new char[composed.Length * 4]; // the filter's own bound: one character becomes at most four
        var length = ASCIIFoldingFilter.FoldToASCII(composed, 0, folded, 0, composed.Length);

        return new string(folded, 0, length).ToLowerInvariant();
    }

    private static void Append(StringBuilder kept, Rune rune)
    {
        if (Script.IsInvisible(rune) || IsDroppedMark(rune.Value) || rune.Value == 0x0640)
        {
            return;
        }

        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
        {
            kept.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            return;
        }

        kept.Append(rune.Value switch
        {
            0x0629 => "\u0647", // teh marbuta, as heh
            0x0649 or 0x06CC => "\u064A", // alef maksura and Persian yeh, as yeh
            0x06A9 => "\u0643", // Persian kaf
            0x03C2 => "\u03C3", // final sigma
            _ => rune.ToString(),
        });
    }

    // Accents of Latin, Greek, Cyrillic; points of Hebrew and Arabic; the nukta. Vowel signs of Indic scripts are letters and stay.
    private static bool IsDroppedMark(int c) => c
        is (>= 0x0300 and <= 0x036F) or (>= 0x0483 and <= 0x0487) or (>= 0x0591 and <= 0x05C7) or (>= 0x064B and <= 0x065F)
        or 0x0670 or (>= 0x06D6 and <= 0x06ED) or 0x093C or (>= 0x1AB0 and <= 0x1AFF);

    private static string WellFormed(string word)
    {
        foreach (var c in word)
        {
            if (char.IsSurrogate(c))
            {
                return string.Concat(word.EnumerateRunes().Where(r => r != Rune.ReplacementChar));
            }
        }

        return word;
    }
}
