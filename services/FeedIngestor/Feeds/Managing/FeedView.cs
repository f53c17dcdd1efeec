using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Feeds.Managing;

/// <summary>A feed as other services see it.</summary>
internal static class FeedView
{
    public static FeedOverview Of(Feed feed) => new()
    {
        FeedId = feed.FeedId,
        Address = feed.Address,
        Title = feed.Title,
        SiteUrl = feed.SiteUrl,
        Folder = feed.Folder,
        Health = feed.Status == FeedStatus.Paused ? FeedHealth.Paused : feed.Health,
        Problem = feed.Problem,
        FailingSince = feed.FailingSince,
        PolledAt = feed.PolledAt,
        NextPollAt = feed.Status == FeedStatus.Active ? feed.DueAt : null,
        NewAt = feed.NewAt,
        Items = feed.Items,
        IntervalSeconds = feed.FixedIntervalSeconds ?? feed.IntervalSeconds,
        IsPushed = feed.PushedUntil > feed.PolledAt,
        Settings = new FeedSettings
        {
            Title = feed.Title,
            Country = feed.Country,
            Language = feed.Language,
            Kind = feed.Kind,
            IntervalMinutes = feed.FixedIntervalSeconds / 60,
            FullText = feed.FullText,
            Trusted = feed.Trusted,
            IgnoreRobots = feed.IgnoreRobots,
            RetryAlone = feed.RetryAlone,
        },
    };
}
