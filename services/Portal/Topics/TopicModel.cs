using Monitoring.ArticleIndex;
using Monitoring.Portal.Search;
using Monitoring.Portal.Sources;

namespace Monitoring.Portal.Topics;

/// <summary>All that the page of a country, theme, region or bloc shows.</summary>
public sealed record TopicModel
{
    /// <summary>Windows that a reader may choose, in days.</summary>
    public static readonly int[] Windows = [7, 30, 90];

    public required Topic Topic { get; init; }

    /// <summary>Window of the stories and counts, in days.</summary>
    public required int Days { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>The window's articles, counted.</summary>
    public required SearchPage Page { get; init; }

    public required Change Change { get; init; }

    public required IReadOnlyList<Bar> Bars { get; init; }

    public required IReadOnlyList<SearchItem> Stories { get; init; }

    /// <summary>Feeds whose publishers live there; empty for a theme, or when the list of sources cannot be read.</summary>
    public IReadOnlyList<Source> Home { get; init; } = [];

    /// <summary>The search behind the page, within its window.</summary>
    public SearchAddress Address => Topic.Search.Between(new DateTimeOffset(From.Date, TimeSpan.Zero), null);
}
