using System.ComponentModel;

namespace Monitoring.Portal.Search;

/// <summary>The parameters of a search as they stand in an address: the same for pages, feeds and API.</summary>
public sealed record SearchParameters
{
    [Description("Words in the query language: + - \"phrase\" ( ) * OR, and fields such as title:, country:, theme:, region:, last:7d. Empty finds everything.")]
    public string? Q { get; init; }

    [Description("ISO 3166-1 alpha-2, EU or XK; FR/supplier asks for a role. Repeat it, or separate with commas: one suffices.")]
    public string[]? Country { get; init; }

    [Description("subject, supplier, partner, target or place: of the countries asked for, or of any.")]
    public string[]? Role { get; init; }

    [Description("Ids of themes, see /api/v1/themes.")]
    public string[]? Theme { get; init; }

    [Description("ISO 639-1 codes of measured languages.")]
    public string[]? Language { get; init; }

    [Description("Ids of feeds.")]
    public string[]? Source { get; init; }

    [Description("Ids of stories.")]
    public string[]? Story { get; init; }

    [Description("Published at or after this day (UTC) or time: 2026-03-01 or 2026-03-01T06:00:00Z.")]
    public string? From { get; init; }

    [Description("Published on or before this day (UTC), or before this time.")]
    public string? To { get; init; }

    [Description("newest (default) or best.")]
    public string? Sort { get; init; }

    [Description("story gives one article per story (default on pages), none gives every article (default of the API).")]
    public string? Group { get; init; }

    [Description("true also finds articles that are not about sovereign AI.")]
    public string? All { get; init; }

    [Description("Articles on one page, 1 to 200; default 20.")]
    public string? Size { get; init; }

    [Description("Where the page before ended: leave it to `next`.")]
    public string? After { get; init; }

    [Description("json (default), ndjson or csv; the header Accept says the same. The last two give all articles found, up to a limit, as a stream.")]
    public string? Format { get; init; }

    /// <summary>The names an address may carry.</summary>
    internal static IReadOnlyList<string> Names { get; } =
        [.. typeof(SearchParameters).GetProperties().Select(property => property.Name.ToLowerInvariant())];
}
