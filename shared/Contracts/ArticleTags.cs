namespace Monitoring.Contracts;

/// <summary>What an article is about and why.</summary>
public sealed record ArticleTags
{
    /// <summary>Calibrated probability, 0 to 1, that the article is about sovereign AI.</summary>
    public required float Relevance { get; init; }

    /// <summary>True when <see cref="Relevance"/> reaches the model's threshold, or a person said so.</summary>
    public required bool IsRelevant { get; init; }

    /// <summary>Countries with their roles, most central first. Those in role <see cref="CountryRole.Mention"/> do not count as tags.</summary>
    public IReadOnlyList<CountryTag> Countries { get; init; } = [];

    /// <summary>Themes, strongest first; empty when the article is not relevant.</summary>
    public IReadOnlyList<ThemeTag> Themes { get; init; } = [];

    /// <summary>Detected language, ISO 639-1, or "und".</summary>
    public required string Language { get; init; }

    /// <summary>Version of data, code and taxonomy that made the tags.</summary>
    public required string ModelVersion { get; init; }
}

/// <summary>The part a country plays in an article.</summary>
public enum CountryRole
{
    /// <summary>Named in passing: kept, but not a tag.</summary>
    Mention,

    /// <summary>Acts.</summary>
    Subject,

    /// <summary>Provides technology, money or service.</summary>
    Supplier,

    /// <summary>Signs or works along.</summary>
    Partner,

    /// <summary>Is restricted or aimed at.</summary>
    Target,

    /// <summary>Hosts the facility or event.</summary>
    Place,
}

/// <summary>One country in one article.</summary>
public sealed record CountryTag
{
    /// <summary>ISO 3166-1 alpha-2, EU or XK.</summary>
    public required string Code { get; init; }

    /// <summary>The part it plays.</summary>
    public required CountryRole Role { get; init; }

    /// <summary>0 to 1: how central the country is to the article.</summary>
    public required float Score { get; init; }

    /// <summary>The words that speak for it.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}

/// <summary>One theme of one article.</summary>
public sealed record ThemeTag
{
    /// <summary>One of the 13 ids of the taxonomy, for instance <c>compute</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Calibrated probability, 0 to 1.</summary>
    public required float Score { get; init; }

    /// <summary>The words that carried it.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}

/// <summary>A span of an article's title or text.</summary>
/// <param name="Field">Which text the span lies in.</param>
/// <param name="Start">Index of the first UTF-16 unit.</param>
/// <param name="Length">Length in UTF-16 units, at least 1.</param>
/// <param name="Text">The words themselves.</param>
public sealed record Evidence(EvidenceField Field, int Start, int Length, string Text);

/// <summary>Which text of an article a span lies in.</summary>
public enum EvidenceField
{
    /// <summary><see cref="Article.Title"/>.</summary>
    Title,

    /// <summary><see cref="Article.Text"/>.</summary>
    Text,
}
