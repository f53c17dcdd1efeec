using Monitoring.FeedIngestor.Feeds;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>What a poll leaves behind about its feed.</summary>
internal sealed record FeedState
{
    public required string Status { get; init; }

    public required string Address { get; init; }

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

    public int Unchanged { get; init; }

    public int Lies { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    public int HintSeconds { get; init; }

    public int SkipHours { get; init; }

    public int SkipDays { get; init; }

    /// <summary>The hub that announces the feed's news, and the address by which it knows the feed.</summary>
    public string? Hub { get; init; }

    public string? Topic { get; init; }

    /// <summary>News are pushed until then, and polls are a daily safety net; null when they are not, or were missed.</summary>
    public DateTimeOffset? PushedUntil { get; init; }

    /// <summary>The server asked that its host be left alone until then; null when it asked for nothing, or for this feed alone.</summary>
    public DateTimeOffset? HostFreeAt { get; init; }

    /// <summary>Everything about a feed that a poll does not change by itself.</summary>
    public static FeedState Of(Feed feed, DateTimeOffset now, string health) => new()
    {
        Status = feed.Status,
        Address = feed.Address,
        PolledAt = now,
        DueAt = now,
        Interval = TimeSpan.FromSeconds(feed.IntervalSeconds),
        Health = health,
        Etag = feed.Etag,
        LastModified = feed.LastModified,
        BodyHash = feed.BodyHash,
        SucceededAt = feed.SucceededAt,
        NewAt = feed.NewAt,
        Items = feed.Items,
        MovedTo = feed.MovedTo,
        MovedTimes = feed.MovedTimes,
        Unchanged = feed.Unchanged,
        Lies = feed.Lies,
        ReadAt = feed.ReadAt,
        HintSeconds = feed.HintSeconds,
        SkipHours = feed.SkipHours,
        SkipDays = feed.SkipDays,
        Hub = feed.Hub,
        Topic = feed.Topic,
        PushedUntil = feed.PushedUntil,
    };

    /// <summary>As parameters of the statement that stores it.</summary>
    public object ToRow(Feed feed) => new
    {
        feed.FeedId,
        Status,
        Address,
        Host = HostName.Of(Address),
        DueAt,
        IntervalSeconds = (int)Interval.TotalSeconds,
        Etag,
        LastModified,
        BodyHash,
        PolledAt,
        SucceededAt,
        NewAt,
        FailingSince,
        FailureWeight,
        Health,
        Problem = Problem is { Length: > MostProblem } ? Problem[..MostProblem] : Problem,
        Items,
        MovedTo,
        MovedTimes,
        Unchanged,
        Lies,
        ReadAt,
        HintSeconds,
        SkipHours,
        SkipDays,
        Hub,
        Topic,
        PushedUntil,
    };

    private const int MostProblem = 1_000;
}
