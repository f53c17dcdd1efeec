using Monitoring.Classifier.Text;

namespace Monitoring.Classifier.Countries;

/// <summary>Whether a reading of a name is possible at all, by its capitals, its language and its length.</summary>
internal static class NameRules
{
    // A name this short is a common word in some language: "My" is America in Vietnamese, "Oman" is not "oman".
    private const int ShortName = 4;

    // From this length on a name of another language is taken for what it is: "Deutschland" in an English text.
    private const int ForeignName = 6;

    private const int LongestCode = 5;

    public static bool Accepts(NameEntry entry, FoldedText text, PatternMatch match, string language, bool isTechnical)
    {
        if (!entry.IsIn(language) && (entry.Kind == NameKind.Adjective || match.End - match.Start < ForeignName) && Scripts.HasCase(text[match.Start]))
        {
            return false;
        }

        if ((entry.NeedsContext && !isTechnical) || (entry.Detail == NameEntry.Deictic && CountryCandidate.HomeOf(language) != entry.Code))
        {
            return false;
        }

        if (!Scripts.HasCase(text[match.Start]))
        {
            return true;
        }

        return IsCode(entry.Spelling)
            ? IsWrittenAsCode(entry, text, match)
            : HasRightCapitals(entry, text, match, language) && HasRightAccents(entry, text, match);
    }

    /// <summary>US, UK, UAE, U.S.: all capitals, at most five letters.</summary>
    private static bool IsCode(string spelling) =>
        spelling.Length <= LongestCode && Scripts.HasCase(spelling[0]) && spelling.All(letter => char.IsUpper(letter) || letter == '.' || char.IsDigit(letter));

    private static bool IsWrittenAsCode(NameEntry entry, FoldedText text, PatternMatch match)
    {
        for (var index = match.Start; index < match.End; index++)
        {
            if (char.IsLetter(text[index]) && !char.IsUpper(text.OriginalAt(index)))
            {
                return false;
            }
        }

        // "TELL US WHY": among words that are all capitals a code cannot be told from a word, unless it is written with stops.
        return entry.Spelling.Contains('.') || !IsAmongCapitals(text, match);
    }

    private static bool IsAmongCapitals(FoldedText text, PatternMatch match)
    {
        var (upper, lower) = (0, 0);
        for (var index = Math.Max(0, match.Start - 30); index < Math.Min(text.Length, match.End + 30); index++)
        {
            if ((index < match.Start || index >= match.End) && Scripts.HasCase(text[index]))
            {
                _ = char.IsUpper(text.OriginalAt(index)) ? upper++ : lower++;
            }
        }

        return upper >= 8 && lower * 4 < upper;
    }

    /// <summary>
    /// Names begin with a capital unless they are written otherwise (iFlytek). Adjectives are small in most languages; a small English
    /// "polish" is another word.
    /// </summary>
    private static bool HasRightCapitals(NameEntry entry, FoldedText text, PatternMatch match, string language) =>
        char.IsUpper(text.OriginalAt(match.Start)) || char.IsLower(entry.Spelling[0]) || (entry.Kind == NameKind.Adjective && language != "en");

    private static bool HasRightAccents(NameEntry entry, FoldedText text, PatternMatch match)
    {
        if (match.End - match.Start > ShortName || entry.Spelling.Length != match.End - match.Start)
        {
            return true;
        }

        for (var index = 0; index < entry.Spelling.Length; index++)
        {
            if (char.ToLowerInvariant(text.OriginalAt(match.Start + index)) != char.ToLowerInvariant(entry.Spelling[index]))
            {
                return false;
            }
        }

        return true;
    }
}
