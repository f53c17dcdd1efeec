using Monitoring.Contracts;
using Monitoring.FeedIngestor.Articles;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Fetching;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>Keeps what a poll brought: articles and the feed's new state in one transaction.</summary>
internal sealed class PollKeeper(ArticleMapper mapper, ArticleStore articles, FeedStore feeds, PollJudge judge, Database<FeedIngestorModule> database)
{
    public Task<PollOutcome> KeepAsync(Feed feed, FetchedFeed fetched, FeedDocument? document, CancellationToken cancel)
    {
        var found = document is { IsFeed: true } ? mapper.Map(feed, document) : [];
        return database.WriteAsync(
            async transaction =>
            {
                var saved = await articles.SaveAsync(transaction, feed, found);
                var state = judge.Judge(feed, fetched, document, saved.Changed);
                if (state.Address != feed.Address && await FeedStore.IsTakenAsync(transaction, state.Address, feed.FeedId))
                {
                    state = FeedMove.IntoAnother(state, feed);
                }

                await feeds.SavePollAsync(transaction, feed, state);
                return new PollOutcome(saved.ToPublish, Polled(feed, state, document?.Items.Count ?? 0, saved.Changed), state.HostFreeAt);
            },
            cancel);
    }

    /// <summary>Keeps what a hub pushed: it may be a part of the document, so it says nothing about the feed's state but that there is news.</summary>
    public Task<IReadOnlyList<Article>> KeepPushAsync(Feed feed, FeedDocument document, CancellationToken cancel) =>
        database.WriteAsync(
            async transaction =>
            {
                var saved = await articles.SaveAsync(transaction, feed, mapper.Map(feed, document));
                await feeds.SavePushAsync(transaction, feed, saved.Changed > 0);
                return saved.ToPublish;
            },
            cancel);

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
/// <param name="ToPublish">Articles that are new or edited and ready.</param>
/// <param name="Polled">The poll's report.</param>
/// <param name="HostFreeAt">The server asked that its host be left alone until then.</param>
internal sealed record PollOutcome(IReadOnlyList<Article> ToPublish, FeedPolled Polled, DateTimeOffset? HostFreeAt);
