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
        var state = FeedState.Of(feed, now, health) with
        {
            Interval = interval,
            Problem = health == FeedHealth.Empty ? "The feed is valid but has no items." : fetched.IsCut ? "The document broke off before its end." : null,
            Etag = fetched.Etag,
            LastModified = fetched.LastModified,
            BodyHash = fetched.BodyHash,
            SucceededAt = now,
            NewAt = newAt,
            Items = document.Items.Count,
            Unchanged = 0,
            Lies = feed.Lies + (Revalidation.IsLie(feed, fetched, document, changed) ? 1 : 0),
            ReadAt = now,
            HintSeconds = Hint(document.Hints),
            SkipHours = document.Hints.SkipHours.Aggregate(0, (bits, hour) => bits | 1 << hour),
            SkipDays = document.Hints.SkipDays.Aggregate(0, (bits, day) => bits | 1 << (int)day),
            Hub = Web(document.Hub),
            Topic = Web(document.Self) ?? fetched.Address?.AbsoluteUri,
            // The hub should have told us of this: it is not relied on until it pushes again.
            PushedUntil = changed > 0 && feed.PolledAt >= feed.PushedSince ? null : feed.PushedUntil,
        };
        state = FeedMove.Apply(state, feed, fetched);
        return state with { DueAt = _schedule.Due(feed, interval, fetched.FreshFor, state) };
    }

    private FeedState NotModified(Feed feed, FetchedFeed fetched)
    {
        var now = clock.GetUtcNow();
        var interval = _schedule.AfterAnswer(TimeSpan.FromSeconds(feed.IntervalSeconds), 0, 0);
        // Nothing new after a failure proves that the server answers; what the feed was before it still is.
        var isEmpty = feed.SucceededAt is null || feed.Items == 0;
        var health = isEmpty ? FeedHealth.Empty : IsQuiet(feed.NewAt, now) ? FeedHealth.Quiet : FeedHealth.Healthy;
        var state = FeedState.Of(feed, now, health) with
        {
            Interval = interval,
            Problem = isEmpty ? "The feed is valid but has no items." : null,
            Etag = fetched.WasSent ? fetched.Etag : feed.Etag,
            LastModified = fetched.WasSent ? fetched.LastModified : feed.LastModified,
            SucceededAt = now,
            Unchanged = fetched.WasSent ? 0 : feed.Unchanged + 1,
            ReadAt = fetched.WasSent ? now : feed.ReadAt,
        };
        state = FeedMove.Apply(state, feed, fetched);
        return state with { DueAt = _schedule.Due(feed, interval, fetched.FreshFor, state) };
    }

    private FeedState Failed(Feed feed, FetchedFeed fetched, string health)
    {
        var now = clock.GetUtcNow();
        var weight = feed.FailureWeight + fetched.FailureWeight;
        var due = now + PollSchedule.Spread(feed, _schedule.AfterFailure(weight));
        var asked = RetryAfter(fetched, now);
        return FeedState.Of(feed, now, health) with
        {
            DueAt = asked > due ? asked.Value : due,
            HostFreeAt = feed.RetryAlone ? null : asked,
            Problem = fetched.Problem,
            FailingSince = feed.FailingSince ?? now,
            FailureWeight = weight,
        };
    }

    private static int Hint(UpdateHints hints)
    {
        var most = hints.TimeToLive > hints.UpdatePeriod || hints.UpdatePeriod is null ? hints.TimeToLive : hints.UpdatePeriod;
        return (int)Math.Min(most?.TotalSeconds ?? 0, int.MaxValue);
    }

    private static string? Web(string? address) =>
        address is { Length: <= 2_000 } && Uri.TryCreate(address, UriKind.Absolute, out var found) && found.Scheme is "http" or "https" ? found.AbsoluteUri : null;

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
