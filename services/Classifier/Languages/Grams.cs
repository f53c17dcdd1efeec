using Monitoring.Classifier.Linear;

namespace Monitoring.Classifier.Languages;

/// <summary>Runs of one to four letters, small, with word edges: what languages are told apart by.</summary>
internal static class Grams
{
    public const int Longest = 4;

    // A headline has enough after this; a whole article need not be read.
    private const int LongestText = 600;

    /// <summary>Small letters with one space between words; digits, signs and addresses are left out.</summary>
    public static string Letters(ReadOnlySpan<char> text)
    {
        var buffer = new char[Math.Min(text.Length, LongestText) + 2];
        var length = 0;
        buffer[length++] = ' ';
        foreach (var each in text[..Math.Min(text.Length, LongestText)])
        {
            if (char.IsLetter(each) || char.GetUnicodeCategory(each) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            {
                buffer[length++] = char.ToLowerInvariant(each);
            }
            else if (buffer[length - 1] != ' ' && each != '\'' && each != '’')
            {
                buffer[length++] = ' ';
            }
        }

        if (buffer[length - 1] != ' ')
        {
            buffer[length++] = ' ';
        }

        return new string(buffer, 0, length);
    }

    /// <summary>Keys of all grams of a text that <see cref="Letters"/> made.</summary>
    public static IEnumerable<uint> Keys(string letters)
    {
        for (var start = 0; start < letters.Length; start++)
        {
            for (var length = 1; length <= Longest && start + length <= letters.Length; length++)
            {
                if (length > 1 || letters[start] != ' ')
                {
                    yield return FeatureKey.Of(letters.AsSpan(start, length));
                }

                // A gram never reaches over a word's end.
                if (length > 1 && letters[start + length - 1] == ' ')
                {
                    break;
                }
            }
        }
    }
}
