using Monitoring.Contracts;
using Monitoring.FeedIngestor.Articles;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Fetching;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>One poll: fetch, read, keep articles and feed state in one transaction.</summary>
internal sealed class FeedPoller(
    FeedFetcher fetcher, ArticleMapper mapper, ArticleStore articles, FeedStore feeds, PollJudge judge, Database<FeedIngestorModule> database)
{
    /// <param name="feed">Leased by this process.</param>
    /// <param name="visit">Holds the turn of the feed's host.</param>
    /// <param name="cancel">Ends the poll; nothing of it is kept.</param>
    public async Task<PollOutcome> PollAsync(Feed feed, Visit visit, CancellationToken cancel)
    {
        var fetched = await fetcher.FetchAsync(feed, visit, cancel);
        var document = fetched.Result == FetchResult.Changed ? FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address) : null;
        var outcome = await KeepAsync(feed, fetched, document, cancel);
        if (outcome.HostFreeAt is { } free)
        {
            visit.Pause(free);
        }

        return outcome;
    }

    /// <summary>Keeps what a document brought, be it fetched or pushed.</summary>
    public Task<PollOutcome> KeepAsync(Feed feed, FetchedFeed fetched, FeedDocument? document, CancellationToken cancel)
    {
        var found = document is { IsFeed: true } ? mapper.Map(feed, document) : [];
        return database.WriteAsync(
            async transaction =>
            {
                var changed = await articles.SaveAsync(transaction, feed.FeedId, found);
                var state = judge.Judge(feed, fetched, document, changed.Count);
                if (state.Address != feed.Address && await FeedStore.IsTakenAsync(transaction, state.Address, feed.FeedId))
                {
                    state = FeedMove.IntoAnother(state, feed);
                }

                await feeds.SavePollAsync(transaction, feed, state);
                return new PollOutcome(changed, Polled(feed, state, document?.Items.Count ?? 0, changed.Count), state.HostFreeAt);
            },
            cancel);
    }

    private static FeedPolled Polled(Feed feed, FeedState state, int items, int changed) => new()
    {
        FeedId = feed.FeedId,
        Address = state.Address,
        Title = feed.Title,
        Country = feed.Country,
        Language = feed.Language,
        Kind = feed.Kind,
        PolledAt = state.PolledAt,
        NextPollAt = state.Status == FeedStatus.Active ? state.DueAt : null,
        Health = state.Health,
        Problem = state.Problem,
        FailingSince = state.FailingSince,
        Items = items,
        NewItems = changed,
    };
}

/// <summary>What a poll has kept and what is to be told of it.</summary>
/// <param name="Changed">Articles to publish.</param>
/// <param name="Polled">The poll's report.</param>
/// <param name="HostFreeAt">The server asked that its host be left alone until then.</param>
internal sealed record PollOutcome(IReadOnlyList<Article> Changed, FeedPolled Polled, DateTimeOffset? HostFreeAt);
