using MassTransit;
using Monitoring.Contracts;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Sources;

/// <summary>Asks FeedIngestor, which owns the feeds.</summary>
internal sealed class FeedRequests(IClientFactory clients)
{
    private const string Owner = "FeedIngestor";
    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(2);

    // A publisher may take its time.
    private static readonly TimeSpan s_discovery = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_import = TimeSpan.FromSeconds(30);

    /// <summary>A page of feeds.</summary>
    /// <exception cref="SilentServiceException">FeedIngestor does not answer within two seconds; all methods throw it.</exception>
    public Task<FeedList> ListAsync(ListFeeds question, CancellationToken cancel) => AskAsync<ListFeeds, FeedList>(question, s_usual, cancel);

    /// <summary>One feed, or null when FeedIngestor knows none with the id.</summary>
    public async Task<FeedOverview?> FindAsync(string feedId, CancellationToken cancel) =>
        (await ListAsync(new ListFeeds { FeedId = feedId, Take = 1 }, cancel)).Feeds.SingleOrDefault();

    public Task<FeedChanged> ChangeAsync(string feedId, FeedChange change, CancellationToken cancel) =>
        AskAsync<ChangeFeed, FeedChanged>(new ChangeFeed { FeedId = feedId, Change = change }, s_usual, cancel);

    public Task<FeedChanged> SetAsync(string feedId, FeedSettings settings, CancellationToken cancel) =>
        AskAsync<ChangeFeedSettings, FeedChanged>(new ChangeFeedSettings { FeedId = feedId, Settings = settings }, s_usual, cancel);

    public async Task<FeedAdded> AddAsync(AddFeed command, CancellationToken cancel)
    {
        // Who waits for a publisher must not wait a minute to learn that nobody was listening.
        await ListAsync(new ListFeeds { Take = 1 }, cancel);
        return await AskAsync<AddFeed, FeedAdded>(command, s_discovery, cancel);
    }

    public async Task<FeedsImported> ImportAsync(string opml, CancellationToken cancel)
    {
        await ListAsync(new ListFeeds { Take = 1 }, cancel);
        return await AskAsync<ImportFeeds, FeedsImported>(new ImportFeeds { Opml = opml }, s_import, cancel);
    }

    public async Task<string> ExportAsync(CancellationToken cancel) => (await AskAsync<ExportFeeds, FeedsExported>(new ExportFeeds(), s_usual, cancel)).Opml;

    private async Task<TAnswer> AskAsync<TQuestion, TAnswer>(TQuestion question, TimeSpan limit, CancellationToken cancel)
        where TQuestion : class
        where TAnswer : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // The bus measures from when the question was sent; with the broker away it never is.
        patience.CancelAfter(limit + TimeSpan.FromMilliseconds(250));
        try
        {
            return (await clients.CreateRequestClient<TQuestion>(limit).GetResponse<TAnswer>(question, patience.Token)).Message;
        }
        catch (Exception silence) when (silence is RequestException || (silence is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new SilentServiceException(Owner);
        }
    }
}
