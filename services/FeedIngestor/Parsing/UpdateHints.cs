namespace Monitoring.FeedIngestor.Parsing;

/// <summary>How often the publisher wants to be asked.</summary>
internal sealed record UpdateHints
{
    public static readonly UpdateHints None = new();

    /// <summary>RSS ttl.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>sy:updatePeriod divided by sy:updateFrequency.</summary>
    public TimeSpan? UpdatePeriod { get; init; }

    /// <summary>Hours of the day, UTC, in which not to ask.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days on which not to ask.</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];
}
