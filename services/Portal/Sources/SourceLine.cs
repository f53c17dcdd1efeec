using Monitoring.Contracts;

namespace Monitoring.Portal.Sources;

/// <summary>A feed as lists show it: as FeedIngestor tells it, else as its last poll told.</summary>
public sealed record SourceLine
{
    public required string FeedId { get; init; }

    public required string Address { get; init; }

    public required string Title { get; init; }

    public string? Country { get; init; }

    public string? Language { get; init; }

    /// <summary>new, healthy, quiet, empty, failing, moved, gone, blocked or paused.</summary>
    public required string Health { get; init; }

    public string? Problem { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    public DateTimeOffset? PolledAt { get; init; }

    public DateTimeOffset? NextPollAt { get; init; }

    public static SourceLine Of(FeedOverview feed) => new()
    {
        FeedId = feed.FeedId,
        Address = feed.Address,
        Title = feed.Title,
        Country = feed.Settings.Country,
        Language = feed.Settings.Language,
        Health = feed.Health,
        Problem = feed.Problem,
        FailingSince = feed.FailingSince,
        PolledAt = feed.PolledAt,
        NextPollAt = feed.NextPollAt,
    };

    public static SourceLine Of(Source source) => new()
    {
        FeedId = source.FeedId,
        Address = source.Address,
        Title = source.Title,
        Country = source.Country,
        Language = source.Language,
        Health = source.Health,
        Problem = source.Problem,
        FailingSince = source.FailingSince,
        PolledAt = source.PolledAt,
        NextPollAt = source.NextPollAt,
    };
}
