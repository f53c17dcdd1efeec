using System.Net;
using Microsoft.Extensions.Options;
using Monitoring.FeedIngestor.Articles;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Fetching;
using Monitoring.FeedIngestor.Fetching.Robots;
using Monitoring.FeedIngestor.Polling;
using Monitoring.Fixtures;
using Monitoring.Outbound;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Tests.Polling;

/// <summary>Everything that polls, over a store of its own and real sockets on loopback.</summary>
internal sealed class TestPoller : IAsyncDisposable
{
    private readonly TestDatabase<FeedIngestorModule> _database;

    public TestPoller(TestDatabase<FeedIngestorModule> database, OutboundOptions outbound, PollingOptions polling, TimeProvider clock, ResolveName resolve)
    {
        _database = database;
        Http = new OutboundClient(Options.Create(outbound), resolve);
        Hosts = new HostStore(database.Database, clock);
        Feeds = new FeedStore(database.Database, Hosts, clock);
        Articles = new ArticleStore(database.Database, clock);
        Visits = new VisitFactory(Hosts, Options.Create(polling), clock);
        Polite = new PoliteClient(Http, new RobotsGate(Http, Hosts, Options.Create(polling)));
        Keeper = new PollKeeper(new ArticleMapper(clock), Articles, Feeds, new PollJudge(Options.Create(polling), clock), database.Database);
        Poller = new FeedPoller(new FeedFetcher(Polite, clock), new LinkResolver(Polite, database.Database, clock), Keeper);
    }

    public OutboundClient Http { get; }

    public PoliteClient Polite { get; }

    public HostStore Hosts { get; }

    public FeedStore Feeds { get; }

    public ArticleStore Articles { get; }

    public VisitFactory Visits { get; }

    public PollKeeper Keeper { get; }

    public FeedPoller Poller { get; }

    public Database<FeedIngestorModule> Database => _database.Database;

    public static async Task<TestPoller> CreateAsync(
        string allow,
        CancellationToken cancel,
        TimeProvider? clock = null,
        bool robots = false,
        TimeSpan? pause = null,
        TimeSpan? timeout = null,
        ResolveName? resolve = null) => new(
        await TestDatabase<FeedIngestorModule>.CreateAsync(SqlDialect.Sqlite, FeedIngestorModule.Name, cancel),
        new OutboundOptions { Allow = allow, Timeout = timeout ?? TimeSpan.FromSeconds(2), ConnectTimeout = TimeSpan.FromSeconds(1), MaxBodyBytes = 256 * 1024 },
        new PollingOptions { HostPause = pause ?? TimeSpan.Zero, Robots = robots },
        clock ?? TimeProvider.System,
        resolve ?? Dns.GetHostAddressesAsync);

    public Task<int> AddAsync(CancellationToken cancel, params IEnumerable<Uri> addresses) =>
        Feeds.AddAsync([.. addresses.Select(address => new OpmlFeed { Address = address.AbsoluteUri, Title = address.AbsolutePath })], cancel);

    /// <summary>Polls the first feed that is due, as the worker does.</summary>
    public async Task<PollOutcome> PollDueAsync(CancellationToken cancel)
    {
        var feed = Assert.Single(await Feeds.LeaseDueAsync(1, TimeSpan.FromMinutes(5), cancel));
        return await PollAsync(feed, cancel);
    }

    public async Task<PollOutcome> PollAsync(Feed feed, CancellationToken cancel)
    {
        await using var visit = Visits.Begin(feed.Host);
        return await Poller.PollAsync(feed, visit, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _database.DisposeAsync();
    }
}
