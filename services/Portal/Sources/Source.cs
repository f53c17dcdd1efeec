namespace Monitoring.Portal.Sources;

/// <summary>A feed as its last poll showed it.</summary>
public sealed record Source
{
    public required string FeedId { get; init; }

    public required string Address { get; init; }

    public required string Title { get; init; }

    public string? Country { get; init; }

    public string? Language { get; init; }

    public string? Kind { get; init; }

    /// <summary>healthy, quiet, empty, failing, moved, gone or blocked.</summary>
    public required string Health { get; init; }

    public string? Problem { get; init; }

    public DateTimeOffset FirstPolledAt { get; init; }

    public DateTimeOffset PolledAt { get; init; }

    public DateTimeOffset? NextPollAt { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Polls since the portal knows the feed.</summary>
    public long Polls { get; init; }

    /// <summary>New or edited articles since the portal knows the feed.</summary>
    public long NewItems { get; init; }
}
