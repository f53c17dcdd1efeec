namespace Monitoring.Contracts;

/// <summary>Asks FeedIngestor to pause, resume, poll or drop a feed; answered by <see cref="FeedChanged"/>.</summary>
public sealed record ChangeFeed
{
    /// <summary>Which feed.</summary>
    public required string FeedId { get; init; }

    /// <summary>What to do.</summary>
    public required FeedChange Change { get; init; }
}

/// <summary>What can be done to a feed.</summary>
public enum FeedChange
{
    /// <summary>Poll it no more until it is resumed.</summary>
    Pause,

    /// <summary>Poll it again, also when its server said that it was gone.</summary>
    Resume,

    /// <summary>Poll it as soon as its host's turn comes.</summary>
    PollNow,

    /// <summary>Follow it no more; its articles stay, and no list brings it back but a person's.</summary>
    Delete,
}

/// <summary>Asks FeedIngestor to replace a feed's settings; answered by <see cref="FeedChanged"/>.</summary>
public sealed record ChangeFeedSettings
{
    /// <summary>Which feed.</summary>
    public required string FeedId { get; init; }

    /// <summary>All settings, changed or not.</summary>
    public required FeedSettings Settings { get; init; }
}

/// <summary>Answers <see cref="ChangeFeed"/> and <see cref="ChangeFeedSettings"/>.</summary>
public sealed record FeedChanged
{
    /// <summary>The feed as it is now; null when it is unknown or was deleted.</summary>
    public FeedOverview? Feed { get; init; }

    /// <summary>One sentence that says why nothing was changed; null otherwise.</summary>
    public string? Problem { get; init; }
}

/// <summary>A feed is followed no more. Published by FeedIngestor, so that lists of feeds kept elsewhere drop it.</summary>
public sealed record FeedRemoved
{
    /// <summary>Which feed.</summary>
    public required string FeedId { get; init; }
}
