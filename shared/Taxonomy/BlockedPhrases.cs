namespace Monitoring.Taxonomy;

/// <summary>A phrase that wins over a country's name inside it: "Georgia Tech", "Michael Jordan".</summary>
/// <param name="Phrase">The words.</param>
/// <param name="Language">ISO 639-1 code of the language.</param>
/// <param name="Code">The country that the phrase does speak for, or null for none.</param>
public sealed record BlockedPhrase(string Phrase, string Language, string? Code);

/// <summary>Phrases that only look like countries, read anew at each call.</summary>
public static class BlockedPhrases
{
    /// <summary>Every phrase.</summary>
    public static IEnumerable<BlockedPhrase> ReadAll() =>
        from row in TabSeparated.Read("blocked-phrases.tsv")
        select new BlockedPhrase(row["phrase"], row["language"], row.Optional("code"));
}
