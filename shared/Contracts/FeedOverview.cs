namespace Monitoring.Contracts;

/// <summary>One feed as FeedIngestor knows it: part of answers about feeds.</summary>
public sealed record FeedOverview
{
    /// <summary>16 lower-case hex digits; stays the same when the feed moves.</summary>
    public required string FeedId { get; init; }

    /// <summary>The feed's present address.</summary>
    public required string Address { get; init; }

    /// <summary>Name shown to readers.</summary>
    public required string Title { get; init; }

    /// <summary>Page of the publisher, or null.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>Place in a nested list, parts separated by <c>/</c>, or null.</summary>
    public string? Folder { get; init; }

    /// <summary>new, healthy, quiet, empty, failing, moved, gone, blocked or paused.</summary>
    public required string Health { get; init; }

    /// <summary>One sentence that explains a health other than healthy; null when there is nothing to explain.</summary>
    public string? Problem { get; init; }

    /// <summary>Since when the feed has been failing, UTC; null when it is not.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When the last poll ended, UTC; null before the first.</summary>
    public DateTimeOffset? PolledAt { get; init; }

    /// <summary>When the next poll is due, UTC; null when the feed is paused or gone.</summary>
    public DateTimeOffset? NextPollAt { get; init; }

    /// <summary>When the feed last brought something new, UTC; null when it never did.</summary>
    public DateTimeOffset? NewAt { get; init; }

    /// <summary>Items in the document when it was last read.</summary>
    public int Items { get; init; }

    /// <summary>Seconds between two polls as learned so far.</summary>
    public int IntervalSeconds { get; init; }

    /// <summary>A hub announces news at once; polls are a daily safety net.</summary>
    public bool IsPushed { get; init; }

    /// <summary>What a person has set.</summary>
    public required FeedSettings Settings { get; init; }
}

/// <summary>What a person sets for one feed. Every value is the whole truth: null means "not set".</summary>
public sealed record FeedSettings
{
    /// <summary>Name shown to readers; null leaves it as it is.</summary>
    public string? Title { get; init; }

    /// <summary>Publisher's home: ISO 3166-1 alpha-2, EU, or null.</summary>
    public string? Country { get; init; }

    /// <summary>ISO 639-1 code, or null: then items and document say it.</summary>
    public string? Language { get; init; }

    /// <summary>Kind of source as in <see cref="ArticleSource.Kind"/>, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>Minutes between two polls, 1 to 10,080, whatever was learned; null to learn it.</summary>
    public int? IntervalMinutes { get; init; }

    /// <summary>Fetch each article's page for its full text.</summary>
    public bool FullText { get; init; }

    /// <summary>A person vouches for the source.</summary>
    public bool Trusted { get; init; }

    /// <summary>The publisher has agreed to be polled in spite of its robots.txt.</summary>
    public bool IgnoreRobots { get; init; }

    /// <summary>A server's Retry-After concerns this feed alone instead of its whole host.</summary>
    public bool RetryAlone { get; init; }
}
