using Monitoring.Contracts;

namespace Monitoring.ArticleIndex;

/// <summary>What to find. Filters are joined by AND; the values of one filter by OR; an empty filter filters nothing.</summary>
public sealed record SearchRequest
{
    /// <summary>Largest <see cref="PageSize"/>.</summary>
    public const int MaxPageSize = 200;

    /// <summary>Words in the query language; empty finds everything that passes the filters.</summary>
    public string Query { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2 codes, EU or XK; <c>US/supplier</c> asks for a role. A mention alone does not count.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Roles: of the <see cref="Countries"/> when there are any, else of any country.</summary>
    public IReadOnlyList<CountryRole> Roles { get; init; } = [];

    /// <summary>Ids of themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>ISO 639-1 codes of measured languages.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Feed ids.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];

    /// <summary>Story ids.</summary>
    public IReadOnlyList<string> StoryIds { get; init; } = [];

    /// <summary>Published at or after this.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Published before this.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>First indexed at or after this.</summary>
    public DateTimeOffset? FirstIndexedFrom { get; init; }

    /// <summary>Least relevance, 0 to 1; asking for it includes irrelevant articles above it only with <see cref="IncludeIrrelevant"/>.</summary>
    public float? MinRelevance { get; init; }

    /// <summary>Also articles that are not about sovereign AI.</summary>
    public bool IncludeIrrelevant { get; init; }

    /// <summary>The order of the items.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>1 to 200; a value outside is moved to the nearest.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary><see cref="SearchPage.Next"/> of the page before; null for the first. The rest of the request must be the same.</summary>
    public string? Cursor { get; init; }

    /// <summary>What to count values of.</summary>
    public IReadOnlyList<SearchFacet> Facets { get; init; } = [];

    /// <summary>Most values of one facet, 1 to 500.</summary>
    public int FacetSize { get; init; } = 50;

    /// <summary>Whether items carry highlights.</summary>
    public bool Highlight { get; init; }

    /// <summary>One item per story: the first in the order, with the number of the others.</summary>
    public bool GroupByStory { get; init; }

    /// <summary>Counts over time, or null for none. Buckets are cut in UTC.</summary>
    public HistogramInterval? Histogram { get; init; }
}

/// <summary>Order of a result.</summary>
public enum SearchSort
{
    /// <summary>Latest publication first.</summary>
    Newest,

    /// <summary>Best match first: BM25, title over text, recent over old.</summary>
    Best,
}

/// <summary>What values can be counted of.</summary>
public enum SearchFacet
{
    /// <summary>Countries that are tags, in any role but mention.</summary>
    Country,

    /// <summary>Roles of countries that are tags.</summary>
    Role,

    /// <summary>Themes.</summary>
    Theme,

    /// <summary>Measured languages.</summary>
    Language,

    /// <summary>Feeds; the label is the feed's name.</summary>
    Source,

    /// <summary>Months of publication, <c>2026-03</c>, UTC.</summary>
    Month,
}

/// <summary>Width of a bucket of a histogram.</summary>
public enum HistogramInterval
{
    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A week that begins on Monday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,
}
