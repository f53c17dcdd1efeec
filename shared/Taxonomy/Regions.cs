using System.Collections.Frozen;

namespace Monitoring.Taxonomy;

/// <summary>One of the ten regions that partition ISO 3166-1.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Name">English name.</param>
/// <param name="Definition">Which M49 subregions it takes in.</param>
/// <param name="Names">Names by language: fr, de, es, ja.</param>
/// <param name="Members">Codes of its countries, in order.</param>
public sealed record Region(string Id, string Name, string Definition, IReadOnlyDictionary<string, string> Names, IReadOnlyList<string> Members)
{
    /// <summary>The name in a language, English where there is none.</summary>
    public string NameIn(string language) => Names.GetValueOrDefault(language) ?? Name;
}

/// <summary>The regions, in the order in which they are shown.</summary>
public static class Regions
{
    /// <summary>All ten.</summary>
    public static IReadOnlyList<Region> All { get; } =
    [
        .. TabSeparated.Read("regions.tsv").Select(row => new Region(
            row["id"],
            row["name"],
            row["definition"],
            Themes.TranslatedTo.ToDictionary(language => language, language => row[language]),
            [.. Countries.All.Where(country => country.Region == row["id"]).Select(country => country.Code)])),
    ];

    private static readonly FrozenDictionary<string, Region> s_byId = All.ToFrozenDictionary(region => region.Id);

    /// <summary>The region with this id, or null.</summary>
    public static Region? Find(string id) => s_byId.GetValueOrDefault(id);
}
