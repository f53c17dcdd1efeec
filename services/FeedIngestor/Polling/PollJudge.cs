using Microsoft.Extensions.Options;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Fetching;
using Monitoring.FeedIngestor.Parsing;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>Says what a poll means for its feed: how it fares and when it is due again.</summary>
internal sealed class PollJudge(IOptions<PollingOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan s_quietAfter = TimeSpan.FromDays(30);
    private readonly PollSchedule _schedule = new(options.Value);

    public FeedState Judge(Feed feed, FetchedFeed fetched, FeedDocument? document, int changed) => fetched.Result switch
    {
        FetchResult.Changed when document is { IsFeed: true } => Read(feed, fetched, document, changed),
        FetchResult.Changed => Failed(feed, fetched with { Problem = document!.Problem, FailureWeight = 1 }, FeedHealth.Failing),
        FetchResult.NotModified => NotModified(feed, fetched),
        FetchResult.Gone => Failed(feed, fetched, FeedHealth.Gone) with { Status = FeedStatus.Gone },
        FetchResult.Blocked => Failed(feed, fetched, FeedHealth.Blocked),
        _ => Failed(feed, fetched, FeedHealth.Failing),
    };

    private FeedState Read(Feed feed, FetchedFeed fetched, FeedDocument document, int changed)
    {
        var now = clock.GetUtcNow();
        var interval = _schedule.AfterAnswer(TimeSpan.FromSeconds(feed.IntervalSeconds), document.Items.Count, changed);
        var newAt = changed > 0 ? now : feed.NewAt;
        var health = document.Items.Count == 0 ? FeedHealth.Empty : IsQuiet(newAt, now) ? FeedHealth.Quiet : FeedHealth.Healthy;
        return new FeedState
        {
            Status = feed.Status,
            PolledAt = now,
            DueAt = now + interval,
            Interval = interval,
            Health = health,
            Problem = health == FeedHealth.Empty ? "The feed is valid but has no items." : null,
            Etag = fetched.Etag,
            LastModified = fetched.LastModified,
            BodyHash = fetched.BodyHash,
            SucceededAt = now,
            NewAt = newAt,
            Items = document.Items.Count,
            MovedTo = fetched.MovedTo?.AbsoluteUri,
            MovedTimes = fetched.MovedTo is null ? 0 : fetched.MovedTo.AbsoluteUri == feed.MovedTo ? feed.MovedTimes + 1 : 1,
        };
    }

    private FeedState NotModified(Feed feed, FetchedFeed fetched)
    {
        var now = clock.GetUtcNow();
        var interval = _schedule.AfterAnswer(TimeSpan.FromSeconds(feed.IntervalSeconds), 0, 0);
        return new FeedState
        {
            Status = feed.Status,
            PolledAt = now,
            DueAt = now + interval,
            Interval = interval,
            // Nothing new after a failure proves that the server answers, so the feed counts as healthy again only if it ever was read.
            Health = feed.SucceededAt is null ? FeedHealth.Empty : IsQuiet(feed.NewAt, now) ? FeedHealth.Quiet : FeedHealth.Healthy,
            Etag = fetched.Etag ?? feed.Etag,
            LastModified = fetched.LastModified ?? feed.LastModified,
            BodyHash = feed.BodyHash,
            SucceededAt = now,
            NewAt = feed.NewAt,
        };
    }

    private FeedState Failed(Feed feed, FetchedFeed fetched, string health)
    {
        var now = clock.GetUtcNow();
        var weight = feed.FailureWeight + fetched.FailureWeight;
        var interval = _schedule.AfterFailure(weight);
        var due = now + interval;
        if (RetryAfter(fetched, now) is { } asked && asked > due)
        {
            due = asked;
        }

        return new FeedState
        {
            Status = feed.Status,
            PolledAt = now,
            DueAt = due,
            Interval = TimeSpan.FromSeconds(feed.IntervalSeconds),
            Health = health,
            Problem = fetched.Problem,
            Etag = feed.Etag,
            LastModified = feed.LastModified,
            BodyHash = feed.BodyHash,
            SucceededAt = feed.SucceededAt,
            NewAt = feed.NewAt,
            FailingSince = feed.FailingSince ?? now,
            FailureWeight = weight,
        };
    }

    private DateTimeOffset? RetryAfter(FetchedFeed fetched, DateTimeOffset now)
    {
        var asked = fetched.RetryAfter switch
        {
            { Delta: { } delta } => now + delta,
            { Date: { } date } => date,
            _ => (DateTimeOffset?)null,
        };
        // A server that asks for years is asked again after the longest interval all the same.
        return asked > now + options.Value.MaxInterval ? now + options.Value.MaxInterval : asked;
    }

    private static bool IsQuiet(DateTimeOffset? newAt, DateTimeOffset now) => newAt is { } last && now - last > s_quietAfter;
}
