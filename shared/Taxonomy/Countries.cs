using System.Collections.Frozen;

namespace Monitoring.Taxonomy;

/// <summary>A country or territory of ISO 3166-1, or EU or XK.</summary>
/// <param name="Code">ISO 3166-1 alpha-2; EU for the Union as an actor, XK for Kosovo.</param>
/// <param name="Name">English short name.</param>
/// <param name="Region">Id of its region; empty for EU.</param>
/// <param name="Capital">English name of the capital; empty when there is none.</param>
/// <param name="Note">Policy on disputed names; empty for most.</param>
public sealed record Country(string Code, string Name, string Region, string Capital, string Note);

/// <summary>All countries, in order of code.</summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, Country> s_byCode = TabSeparated.Read("countries.tsv")
        .Select(row => new Country(row["code"], row["name"], row["region"], row["capital"], row["note"]))
        .ToFrozenDictionary(country => country.Code);

    /// <summary>All countries, in order of code.</summary>
    public static IReadOnlyList<Country> All { get; } = [.. s_byCode.Values.OrderBy(country => country.Code, StringComparer.Ordinal)];

    /// <summary>The country with this code, or null.</summary>
    public static Country? Find(string code) => s_byCode.GetValueOrDefault(code);

    /// <summary>The country's name in a language, English where the language has none, the code where there is no such country.</summary>
    /// <param name="code">ISO 3166-1 alpha-2, EU or XK.</param>
    /// <param name="language">ISO 639-1.</param>
    public static string NameOf(string code, string language = "en") =>
        (language == "en" ? null : CountryNames.InLanguage(language).GetValueOrDefault(code)) ?? Find(code)?.Name ?? code;
}
