using System.Collections.Concurrent;

namespace Monitoring.Taxonomy;

/// <summary>What a language calls a country.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, EU or XK.</param>
/// <param name="Language">ISO 639 code of the language.</param>
/// <param name="Name">A name; a country may have several in one language.</param>
public sealed record CountryName(string Code, string Language, string Name);

/// <summary>Names of countries in every language of Unicode CLDR; about 50,000, read when first asked for.</summary>
public static class CountryNames
{
    private static readonly Lazy<IReadOnlyList<CountryName>> s_all = new(() =>
        [.. TabSeparated.Read("country-names.tsv").Select(row => new CountryName(row["code"], row["language"], row["name"]))]);

    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> s_byLanguage = new();

    /// <summary>Every name.</summary>
    public static IReadOnlyList<CountryName> All => s_all.Value;

    /// <summary>Code to first name in one language; empty for a language without names.</summary>
    public static IReadOnlyDictionary<string, string> InLanguage(string language) =>
        s_byLanguage.GetOrAdd(language, static wanted => All
            .Where(name => name.Language == wanted)
            .DistinctBy(name => name.Code)
            .ToDictionary(name => name.Code, name => name.Name));
}
