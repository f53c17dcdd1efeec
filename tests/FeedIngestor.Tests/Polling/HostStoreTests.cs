using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Polling;
using Monitoring.FeedIngestor.Tests.Articles;
using Monitoring.Fixtures;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Tests.Polling;

public sealed class SqliteHostStoreTests() : HostStoreTests(SqlDialect.Sqlite)
{
    [Fact]
    public async Task Due_feeds_are_found_by_an_index()
    {
        await using var connection = await Database.OpenAsync(Cancel);

        var plan = string.Join('\n', (await connection.QueryAsync(
            """
            explain query plan select (select feed_id from feeds as due where due.host = hosts.host and due.status = 'active' and due.due_at <= 1 order by due.due_at limit 1)
            from hosts where next_at <= 1 order by next_at limit 10
            """)).Select(row => (string)row.detail));

        Assert.Contains("hosts_next", plan, StringComparison.Ordinal);
        Assert.Contains("feeds_host", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN feeds", plan, StringComparison.Ordinal);
    }
}

public sealed class PostgresHostStoreTests() : HostStoreTests(SqlDialect.Postgres);

public abstract class HostStoreTests(SqlDialect dialect) : IAsyncLifetime
{
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(5);
    private readonly FakeTimeProvider _clock = new(TestArticles.Now);
    private TestDatabase<FeedIngestorModule> _database = null!;
    private HostStore _hosts = null!;
    private FeedStore _feeds = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected Database<FeedIngestorModule> Database => _database.Database;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase<FeedIngestorModule>.CreateAsync(dialect, FeedIngestorModule.Name, Cancel);
        _hosts = new HostStore(_database.Database, _clock);
        _feeds = new FeedStore(_database.Database, _hosts, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task One_feed_of_a_host_is_given_at_a_time()
    {
        await AddAsync("https://a.example/1", "https://a.example/2", "https://b.example/1");

        var taken = await LeaseAsync();

        Assert.Equal(["a.example", "b.example"], taken.Select(feed => feed.Host).Order());
        Assert.Empty(await LeaseAsync());
    }

    [Fact]
    public async Task The_next_feed_of_a_host_comes_after_the_pause()
    {
        await AddAsync("https://a.example/1", "https://a.example/2");
        await LeaseAsync();

        await _hosts.ReleaseAsync("a.example", _clock.GetUtcNow().AddSeconds(1), Cancel);
        var atOnce = await LeaseAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(atOnce);
        Assert.Equal("https://a.example/2", Assert.Single(await LeaseAsync()).Address);
    }

    [Fact]
    public async Task A_host_that_is_being_asked_is_not_given_to_a_redirect()
    {
        await AddAsync("https://a.example/1");
        await LeaseAsync();

        var whileAsked = await _hosts.TryTakeAsync("a.example", s_lease, Cancel);
        await _hosts.ReleaseAsync("a.example", _clock.GetUtcNow(), Cancel);

        Assert.False(whileAsked);
        Assert.True(await _hosts.TryTakeAsync("a.example", s_lease, Cancel));
    }

    [Fact]
    public async Task A_host_that_a_redirect_holds_gives_no_feed()
    {
        await AddAsync("https://a.example/1");
        await _hosts.TryTakeAsync("a.example", s_lease, Cancel);

        Assert.Empty(await LeaseAsync());
        await _hosts.ReleaseAsync("a.example", _clock.GetUtcNow(), Cancel);

        Assert.Single(await LeaseAsync());
    }

    [Fact]
    public async Task A_host_without_feeds_is_never_due()
    {
        await _hosts.TryTakeAsync("cdn.example", s_lease, Cancel);
        await _hosts.ReleaseAsync("cdn.example", _clock.GetUtcNow(), Cancel);
        _clock.Advance(TimeSpan.FromDays(400));

        Assert.Empty(await LeaseAsync());
    }

    [Fact]
    public async Task A_feed_whose_process_died_is_polled_again_when_the_lease_ends()
    {
        await AddAsync("https://a.example/1");
        await LeaseAsync();

        _clock.Advance(s_lease);

        Assert.Single(await LeaseAsync());
    }

    [Fact]
    public async Task A_server_that_asked_for_time_is_left_alone_by_all_its_feeds()
    {
        await AddAsync("https://a.example/1", "https://a.example/2");
        await LeaseAsync();
        await _hosts.ReleaseAsync("a.example", _clock.GetUtcNow().AddHours(2), Cancel);

        await AddAsync("https://a.example/3");
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Empty(await LeaseAsync());
    }

    [Fact]
    public async Task Hosts_that_were_met_on_the_way_are_forgotten_and_those_with_feeds_are_not()
    {
        await AddAsync("https://a.example/1");
        await _hosts.TryTakeAsync("cdn.example", s_lease, Cancel);
        await _hosts.ReleaseAsync("cdn.example", _clock.GetUtcNow(), Cancel);

        await new SweepWorker(_database.Database, _clock, NullLogger<SweepWorker>.Instance).SweepAsync(Cancel);

        await using var connection = await _database.Database.OpenAsync(Cancel);
        Assert.Equal(["a.example"], await connection.QueryAsync<string>("select host from hosts"));
    }

    [Fact]
    public async Task Several_processes_never_share_a_host_or_a_feed()
    {
        await AddAsync([.. Enumerable.Range(0, 300).Select(each => $"https://h{each % 60}.example/{each}")]);
        var busy = new HashSet<string>();
        var seen = new List<string>();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => WorkAsync()));

        Assert.Equal(300, seen.Count);
        Assert.Equal(300, seen.Distinct().Count());

        async Task WorkAsync()
        {
            var hosts = new HostStore(_database.Database, _clock);
            var feeds = new FeedStore(_database.Database, hosts, _clock);
            for (var idle = 0; idle < 5;)
            {
                var taken = await feeds.LeaseDueAsync(10, s_lease, Cancel);
                idle = taken.Count == 0 ? idle + 1 : 0;
                lock (seen)
                {
                    Assert.All(taken, feed => Assert.True(busy.Add(feed.Host), $"{feed.Host} is asked twice at once."));
                    seen.AddRange(taken.Select(feed => feed.FeedId));
                }

                await Task.Delay(5, Cancel);
                lock (seen)
                {
                    taken.ForEach(feed => busy.Remove(feed.Host));
                }

                foreach (var feed in taken)
                {
                    await hosts.ReleaseAsync(feed.Host, _clock.GetUtcNow(), Cancel);
                }
            }
        }
    }

    private Task<int> AddAsync(params string[] addresses) =>
        _feeds.AddAsync([.. addresses.Select(address => new OpmlFeed { Address = address, Title = address })], Cancel);

    private Task<List<Feed>> LeaseAsync() => _feeds.LeaseDueAsync(100, s_lease, Cancel);
}
