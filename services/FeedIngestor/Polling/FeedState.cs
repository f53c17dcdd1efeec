namespace Monitoring.FeedIngestor.Polling;

/// <summary>What a poll leaves behind about its feed.</summary>
internal sealed record FeedState
{
    public required string Status { get; init; }

    public required DateTimeOffset PolledAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required TimeSpan Interval { get; init; }

    public required string Health { get; init; }

    public string? Problem { get; init; }

    public string? Etag { get; init; }

    public string? LastModified { get; init; }

    public string? BodyHash { get; init; }

    public DateTimeOffset? SucceededAt { get; init; }

    public DateTimeOffset? NewAt { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    public double FailureWeight { get; init; }

    public int Items { get; init; }

    public string? MovedTo { get; init; }

    public int MovedTimes { get; init; }
}
