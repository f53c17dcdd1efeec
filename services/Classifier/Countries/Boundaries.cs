using Monitoring.Classifier.Text;

namespace Monitoring.Classifier.Countries;

/// <summary>Whether a run of letters is a name of its own or part of another word; the answer depends on script and language.</summary>
internal static class Boundaries
{
    // Arabic: and, with, for, so, like, and the article; Hebrew: and, in, to, from, the, that, like. Up to three may stand in a row.
    private const string ArabicPrefixes = "وبلفكا";
    private const string HebrewPrefixes = "ובלמהשכ";

    // A Korean word that begins with a long name belongs to it whatever follows.
    private const int LongHangul = 3;

    // Thai ลาว (Laos) lies inside คลาวด์ (cloud): names this short must touch a gap.
    private const int ShortThai = 3;

    public static bool IsWhole(FoldedText text, int start, int end, string language) =>
        StartsWord(text, start) && EndsWord(text, start, end, language)
        && (end - start > ShortThai || !Scripts.IsSoutheastAsian(text[start]) || !text.IsWord(start - 1) || !text.IsWord(end));

    public static bool StartsWord(FoldedText text, int start)
    {
        var first = text[start];
        if (Scripts.IsKatakana(first))
        {
            return start == 0 || !Scripts.IsKatakana(text[start - 1]);
        }

        if (Scripts.IsUnspaced(first) || !text.IsWord(start - 1))
        {
            return true;
        }

        var before = text[start - 1];
        if (Scripts.IsArabic(first))
        {
            return OnlyPrefixes(text, start, ArabicPrefixes);
        }

        if (Scripts.IsHebrew(first))
        {
            return OnlyPrefixes(text, start, HebrewPrefixes);
        }

        // A change of script is a boundary too: "中国AI" and "AI中国".
        return Scripts.IsUnspaced(before) && !Scripts.IsUnspaced(first);
    }

    private static bool OnlyPrefixes(FoldedText text, int start, string prefixes)
    {
        var index = start - 1;
        while (index >= 0 && start - index <= 4 && prefixes.Contains(text[index]))
        {
            index--;
        }

        return !text.IsWord(index);
    }

    private static bool EndsWord(FoldedText text, int start, int end, string language)
    {
        var last = text[end - 1];
        if (Scripts.IsKatakana(last))
        {
            return end >= text.Length || !Scripts.IsKatakana(text[end]);
        }

        if (Scripts.IsUnspaced(last) || !text.IsWord(end))
        {
            return true;
        }

        if (Scripts.IsUnspaced(text[end]) && !Scripts.IsUnspaced(last))
        {
            return true;
        }

        var stop = end;
        while (text.IsWord(stop))
        {
            stop++;
        }

        if (Scripts.IsHangul(last))
        {
            return end - start >= LongHangul || !Scripts.IsHangul(text[end]) || Suffixes.Allows("ko", text.Text[end..stop]);
        }

        return end - start >= Suffixes.ShortestStem && Suffixes.Allows(language, text.Text[end..stop]);
    }
}
