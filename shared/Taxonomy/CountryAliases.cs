namespace Monitoring.Taxonomy;

/// <summary>What else speaks for a country in one language: adjectives, people, capitals, seats of government, inflected forms.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, EU or XK.</param>
/// <param name="Language">ISO 639-1 code of the language.</param>
/// <param name="Kind"><c>name</c>, <c>adjective</c>, <c>demonym</c>, <c>capital</c> or <c>government</c>.</param>
/// <param name="Text">The words, as written in that language.</param>
/// <param name="IsAmbiguous">True when the words also mean something else, so that the text around them must decide.</param>
/// <param name="IsDeictic">True for words such as "domestic" that mean the country that the text comes from.</param>
public sealed record CountryAlias(string Code, string Language, string Kind, string Text, bool IsAmbiguous, bool IsDeictic);

/// <summary>Aliases of countries; about 26,000, read anew at each call.</summary>
public static class CountryAliases
{
    /// <summary>Every alias.</summary>
    public static IEnumerable<CountryAlias> ReadAll() =>
        from row in TabSeparated.Read("country-aliases.tsv")
        select new CountryAlias(
            row["code"],
            row["language"],
            row["kind"],
            row["text"],
            // "US", "UAE": capitals alone settle it.
            row["ambiguous"] == "1" && !row["note"].StartsWith("match in capitals only", StringComparison.Ordinal),
            row["note"].StartsWith("deictic", StringComparison.Ordinal));
}
