using System.Collections.Frozen;

namespace Monitoring.Taxonomy;

/// <summary>One of the 13 themes that a relevant article is filed under.</summary>
/// <param name="Id">Kebab-case id, for instance <c>national-models</c>.</param>
/// <param name="Name">English name.</param>
/// <param name="Definition">What belongs under it, one sentence.</param>
/// <param name="Names">Names by language: fr, de, es, ja.</param>
public sealed record Theme(string Id, string Name, string Definition, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>The name in a language, English where there is none.</summary>
    public string NameIn(string language) => Names.GetValueOrDefault(language) ?? Name;
}

/// <summary>The themes, in the order in which they are shown.</summary>
public static class Themes
{
    internal static readonly string[] TranslatedTo = ["fr", "de", "es", "ja"];

    /// <summary>All 13.</summary>
    public static IReadOnlyList<Theme> All { get; } =
    [
        .. TabSeparated.Read("themes.tsv").Select(row =>
            new Theme(row["id"], row["name"], row["definition"], TranslatedTo.ToDictionary(language => language, language => row[language]))),
    ];

    private static readonly FrozenDictionary<string, Theme> s_byId = All.ToFrozenDictionary(theme => theme.Id);

    /// <summary>The theme with this id, or null.</summary>
    public static Theme? Find(string id) => s_byId.GetValueOrDefault(id);
}
