using System.Globalization;
using Monitoring.Taxonomy;

namespace Monitoring.Classifier.Countries;

/// <summary>Where names come from: Unicode CLDR, aliases, organisations, and phrases that only look like names.</summary>
internal static class NameSources
{
    private static readonly string[] s_anyLanguage = [];

    public static IEnumerable<NameEntry> All() => [.. CountryNameEntries(), .. Capitals(), .. Aliases(), .. CityEntries(), .. Organisations("organisations.tsv"), .. Organisations("known-names.tsv"), .. Pairs(), .. Groups(), .. Phrases()];

    private static IEnumerable<NameEntry> CountryNameEntries() =>
        from name in CountryNames.All
        where name.Name.Length > 1
        group name.Language by (name.Code, name.Name) into languages
        select new NameEntry(languages.Key.Code, NameKind.Country, 1, AnyIfEnglish(languages), languages.Key.Name);

    private static IEnumerable<NameEntry> Capitals() =>
        from country in Taxonomy.Countries.All
        where country.Capital.Length > 0
        select new NameEntry(country.Code, NameKind.Capital, 1, s_anyLanguage, country.Capital);

    private static IEnumerable<NameEntry> Aliases() =>
        from alias in CountryAliases.ReadAll()
        group alias.Language by (alias.Code, Kind: KindOf(alias.Kind), alias.Text, alias.IsAmbiguous, alias.IsDeictic) into languages
        let key = languages.Key
        select new NameEntry(
            key.Code,
            key.Kind,
            1,
            key.Kind == NameKind.Adjective || key.IsDeictic ? [.. languages.Distinct()] : AnyIfEnglish(languages),
            key.Text,
            key.IsDeictic ? NameEntry.Deictic : "",
            IsAmbiguous: key.IsAmbiguous);

    private static IEnumerable<NameEntry> CityEntries() =>
        from city in Cities.ReadAll()
        select new NameEntry(city.Code, NameKind.City, 1, s_anyLanguage, city.Name, IsAmbiguous: city.IsAmbiguous);

    private static IEnumerable<NameEntry> Organisations(string file) =>
        from row in Table.Read(file)
        let weight = float.Parse(row["home_weight"], CultureInfo.InvariantCulture)
        from name in Table.Alternatives(row["aliases"]).Prepend(row["name"]).Distinct()
        select new NameEntry(
            row["country"],
            NameKind.Organisation,
            weight,
            s_anyLanguage,
            name,
            row["kind"],
            NeedsContext: row["ambiguous"] == "1");

    private static IEnumerable<NameEntry> Pairs() =>
        from row in Table.Read("pairs.tsv")
        from code in row["codes"].Split(',')
        select new NameEntry(code, NameKind.Pair, 1, s_anyLanguage, row["phrase"]);

    private static IEnumerable<NameEntry> Groups() =>
        from row in Table.Read("groups.tsv")
        from name in Table.Alternatives(row["names"])
        select new NameEntry("-", NameKind.Bloc, 0, s_anyLanguage, name, row["group"]);

    private static IEnumerable<NameEntry> Phrases() =>
    [
        .. Table.Read("phrases.tsv").Select(row => Blocked(row["phrase"], row["code"])),
        .. BlockedPhrases.ReadAll().Select(phrase => Blocked(phrase.Phrase, phrase.Code ?? "-")),
    ];

    private static NameEntry Blocked(string phrase, string code) => new(code, NameKind.Blocked, 0.5f, s_anyLanguage, phrase);

    // What English calls a country is understood in every language.
    private static string[] AnyIfEnglish(IEnumerable<string> languages) =>
        languages.Distinct().ToArray() is var all && all.Contains("en") ? s_anyLanguage : all;

    private static NameKind KindOf(string kind) => kind switch
    {
        "name" => NameKind.Country,
        "adjective" or "demonym" => NameKind.Adjective,
        "capital" => NameKind.Capital,
        _ => NameKind.Government,
    };
}
