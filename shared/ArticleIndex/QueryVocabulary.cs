namespace Monitoring.ArticleIndex;

/// <summary>
/// What queries may name and what it stands for. Register one as a singleton; without one regions are unknown and codes are not checked.
/// </summary>
public sealed record QueryVocabulary
{
    /// <summary>Knows nothing.</summary>
    public static QueryVocabulary Empty { get; } = new();

    /// <summary>Region or bloc id, lower case, to the codes of its members: <c>gcc</c> to AE, BH, KW, OM, QA, SA.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Regions { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Country codes, upper case, that <c>country:</c> accepts; empty accepts any two letters.</summary>
    public IReadOnlySet<string> Countries { get; init; } = new HashSet<string>();

    /// <summary>Other names of countries, lower case, to codes: <c>france</c> to FR.</summary>
    public IReadOnlyDictionary<string, string> CountryNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Theme ids that <c>theme:</c> accepts; empty accepts any.</summary>
    public IReadOnlySet<string> Themes { get; init; } = new HashSet<string>();

    /// <summary>Groups of words or phrases that mean the same; one asked for finds all. A word in quotes finds itself alone.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Synonyms { get; init; } = [];
}
