namespace Monitoring.Contracts;

/// <summary>Asks FeedIngestor for a page of its feeds; answered by <see cref="FeedList"/>.</summary>
public sealed record ListFeeds
{
    /// <summary>Part of a title or address, or null.</summary>
    public string? Search { get; init; }

    /// <summary>A health as in <see cref="FeedOverview.Health"/>, or null for all.</summary>
    public string? Health { get; init; }

    /// <summary>One feed alone, or null.</summary>
    public string? FeedId { get; init; }

    /// <summary>Feeds to pass over.</summary>
    public int Skip { get; init; }

    /// <summary>Most feeds to answer, 1 to 500.</summary>
    public int Take { get; init; } = 100;
}

/// <summary>A page of feeds in the order of their titles. Answers <see cref="ListFeeds"/>.</summary>
public sealed record FeedList
{
    /// <summary>The page.</summary>
    public IReadOnlyList<FeedOverview> Feeds { get; init; } = [];

    /// <summary>How many feeds the question matches.</summary>
    public int Total { get; init; }

    /// <summary>How many of all feeds fare how: health to count.</summary>
    public IReadOnlyDictionary<string, int> Healths { get; init; } = new Dictionary<string, int>();
}
