namespace Monitoring.Contracts;

/// <summary>One poll of a feed ended, well or badly. Published by FeedIngestor; Portal keeps its list of sources from it.</summary>
public sealed record FeedPolled
{
    /// <summary>Which feed.</summary>
    public required string FeedId { get; init; }

    /// <summary>The feed's present address.</summary>
    public required string Address { get; init; }

    /// <summary>Name shown to readers.</summary>
    public required string Title { get; init; }

    /// <summary>Publisher's home: ISO 3166-1 alpha-2, EU, or null.</summary>
    public string? Country { get; init; }

    /// <summary>ISO 639-1, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Kind of source as in <see cref="ArticleSource.Kind"/>, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>When the poll ended, UTC.</summary>
    public required DateTimeOffset PolledAt { get; init; }

    /// <summary>When the next poll is due, UTC; null when the feed is retired.</summary>
    public DateTimeOffset? NextPollAt { get; init; }

    /// <summary>How the feed fares: healthy, quiet, empty, failing, moved, gone, blocked.</summary>
    public required string Health { get; init; }

    /// <summary>One sentence that explains a health other than healthy; null when there is nothing to explain.</summary>
    public string? Problem { get; init; }

    /// <summary>Since when the feed has been failing, UTC; null when it is not.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Items in the document; 0 when it was not read or had not changed.</summary>
    public int Items { get; init; }

    /// <summary>Articles that were new or edited.</summary>
    public int NewItems { get; init; }
}
