using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Fetching;
using Monitoring.FeedIngestor.Parsing;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>One poll: fetch, read, resolve links, keep.</summary>
internal sealed class FeedPoller(FeedFetcher fetcher, LinkResolver links, PollKeeper keeper)
{
    /// <param name="feed">Leased by this process.</param>
    /// <param name="visit">Holds the turn of the feed's host.</param>
    /// <param name="cancel">Ends the poll; nothing of it is kept.</param>
    public async Task<PollOutcome> PollAsync(Feed feed, Visit visit, CancellationToken cancel)
    {
        var fetched = await fetcher.FetchAsync(feed, visit, cancel);
        var document = fetched.Result == FetchResult.Changed ? FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address) : null;
        if (document is { IsFeed: true })
        {
            document = await links.ResolveAsync(document, visit, cancel);
        }

        var outcome = await keeper.KeepAsync(feed, fetched, document, cancel);
        if (outcome.HostFreeAt is { } free)
        {
            visit.Pause(free);
        }

        return outcome;
    }
}
