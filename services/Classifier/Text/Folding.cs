using System.Globalization;
using System.Text;

namespace Monitoring.Classifier.Text;

/// <summary>
/// Makes spellings comparable: lower case, no accents on Latin and Greek letters, one form of Arabic letters, ASCII for full-width
/// forms, a space for hyphens and runs of white space. Names and texts go through the same fold.
/// </summary>
internal static class Folding
{
    private const char Dropped = '\0';
    private const char ZeroWidthNonJoiner = '\u200C';

    private static readonly char[] s_table = BuildTable();

    /// <summary>Letters that become two; all others become one or none.</summary>
    private static readonly Dictionary<char, string> s_pairs = new()
    {
        ['ß'] = "ss", ['ẞ'] = "ss", ['æ'] = "ae", ['Æ'] = "ae", ['œ'] = "oe", ['Œ'] = "oe", ['þ'] = "th", ['Þ'] = "th", ['ﬁ'] = "fi", ['ﬂ'] = "fl",
    };

    public static FoldedText Fold(string text)
    {
        var folded = new char[text.Length + CountPairs(text)];
        var origin = new int[folded.Length];
        var length = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var mapped = s_table[text[index]];
            if (mapped == Dropped)
            {
                if (text[index] != ZeroWidthNonJoiner || length == 0 || !Scripts.IsArabic(folded[length - 1]))
                {
                    continue;
                }

                mapped = ' ';
            }

            if (mapped == ' ' && length > 0 && folded[length - 1] == ' ')
            {
                continue;
            }

            if (mapped == '\uFFFF' && s_pairs.TryGetValue(text[index], out var pair))
            {
                (folded[length], origin[length++]) = (pair[0], index);
                mapped = pair[1];
            }

            (folded[length], origin[length++]) = (mapped, index);
        }

        return new FoldedText(text, folded, origin, length);
    }

    /// <summary>The folded form of a name, for a dictionary.</summary>
    public static string FoldName(string name) => Fold(name.Trim()).Text.ToString();

    /// <summary>True for marks that the fold leaves out: a span that ends before one takes it along.</summary>
    public static bool IsDropped(char letter) => s_table[letter] == Dropped;

    private static int CountPairs(string text)
    {
        var count = 0;
        foreach (var letter in text)
        {
            count += s_table[letter] == '\uFFFF' ? 1 : 0;
        }

        return count;
    }

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var code = 0; code < table.Length; code++)
        {
            table[code] = FoldOne((char)code);
        }

        return table;
    }

    private static char FoldOne(char letter) => letter switch
    {
        '\n' => '\n',
        'ß' or 'ẞ' or 'æ' or 'Æ' or 'œ' or 'Œ' or 'þ' or 'Þ' or 'ﬁ' or 'ﬂ' => '\uFFFF',
        '-' or '\u2010' or '\u2011' or '・' or '·' or '_' => ' ',
        '’' or '‘' or 'ʼ' or '`' or '´' or '′' or '＇' => '\'',
        'ı' => 'i',
        'ø' or 'Ø' => 'o',
        'đ' or 'Đ' or 'ð' or 'Ð' => 'd',
        'ł' or 'Ł' => 'l',
        'ё' or 'Ё' => 'е',
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' or 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        'ـ' or '\u00AD' or ZeroWidthNonJoiner => Dropped,
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(letter - 0xFEE0)),
        _ when char.IsWhiteSpace(letter) || (char.IsControl(letter) && letter != Dropped) => ' ',
        _ when IsMark(letter) => Dropped,
        _ when letter < 0x80 || char.IsSurrogate(letter) => char.ToLowerInvariant(letter),
        _ when Scripts.IsLatin(letter) || Scripts.IsGreek(letter) => WithoutAccent(letter),
        _ => char.ToLowerInvariant(letter),
    };

    private static char WithoutAccent(char letter) => char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0]);

    // Vowel signs of Indic scripts are marks too, but they carry meaning: only accents, points and invisible signs are dropped.
    private static bool IsMark(char letter) => letter switch
    {
        >= '\u0300' and <= '\u036F' => true,
        >= '\u0591' and <= '\u05C7' => true,
        >= '\u064B' and <= '\u065F' or '\u0670' => true,
        >= '\u06D6' and <= '\u06ED' => true,
        _ => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format,
    };
}
