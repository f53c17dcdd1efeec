using Monitoring.Contracts;
using Monitoring.FeedIngestor.Articles;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Fetching;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>One poll: fetch, read, keep articles and feed state in one transaction.</summary>
internal sealed class FeedPoller(
    FeedFetcher fetcher, ArticleMapper mapper, ArticleStore articles, PollJudge judge, Database<FeedIngestorModule> database)
{
    public async Task<PollOutcome> PollAsync(Feed feed, CancellationToken cancel)
    {
        var fetched = await fetcher.FetchAsync(feed, cancel);
        var document = fetched.Result == FetchResult.Changed ? FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address) : null;
        var found = document is { IsFeed: true } ? mapper.Map(feed, document) : [];

        return await database.WriteAsync(
            async transaction =>
            {
                var changed = await articles.SaveAsync(transaction, feed.FeedId, found);
                var state = judge.Judge(feed, fetched, document, changed.Count);
                await FeedStore.SavePollAsync(transaction, feed, state);
                return new PollOutcome(changed, Polled(feed, state, changed.Count));
            },
            cancel);
    }

    private static FeedPolled Polled(Feed feed, FeedState state, int changed) => new()
    {
        FeedId = feed.FeedId,
        Address = feed.Address,
        Title = feed.Title,
        Country = feed.Country,
        Language = feed.Language,
        Kind = feed.Kind,
        PolledAt = state.PolledAt,
        NextPollAt = state.Status == FeedStatus.Active ? state.DueAt : null,
        Health = state.Health,
        Problem = state.Problem,
        FailingSince = state.FailingSince,
        Items = state.Items,
        NewItems = changed,
    };
}

/// <summary>What a poll has kept and what is to be told of it.</summary>
internal sealed record PollOutcome(IReadOnlyList<Article> Changed, FeedPolled Polled);
