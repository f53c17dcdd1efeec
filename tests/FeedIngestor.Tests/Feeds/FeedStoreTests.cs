using Microsoft.Extensions.Time.Testing;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Polling;
using Monitoring.FeedIngestor.Tests.Articles;
using Monitoring.Fixtures;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Tests.Feeds;

public sealed class SqliteFeedStoreTests() : FeedStoreTests(SqlDialect.Sqlite);

public sealed class PostgresFeedStoreTests() : FeedStoreTests(SqlDialect.Postgres);

public abstract class FeedStoreTests(SqlDialect dialect) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TestArticles.Now);
    private TestDatabase<FeedIngestorModule> _database = null!;
    private FeedStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase<FeedIngestorModule>.CreateAsync(dialect, FeedIngestorModule.Name, Cancel);
        _store = new FeedStore(_database.Database, new HostStore(_database.Database, _clock), _clock);
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
    public async Task Adding_a_list_twice_adds_its_feeds_once()
    {
        await _store.AddAsync(List(3), Cancel);

        Assert.Equal(0, await _store.AddAsync(List(3), Cancel));
        Assert.Equal(3, await _store.CountAsync(Cancel));
    }

    [Fact]
    public async Task A_leased_feed_is_given_to_nobody_else_until_the_lease_ends()
    {
        await _store.AddAsync(List(1), Cancel);

        Assert.Single(await _store.LeaseDueAsync(10, TimeSpan.FromMinutes(5), Cancel));
        Assert.Empty(await _store.LeaseDueAsync(10, TimeSpan.FromMinutes(5), Cancel));
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Single(await _store.LeaseDueAsync(10, TimeSpan.FromMinutes(5), Cancel));
    }

    [Fact]
    public async Task Many_who_lease_at_once_never_share_a_feed()
    {
        await _store.AddAsync(List(200), Cancel);

        var leases = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _store.LeaseDueAsync(15, TimeSpan.FromMinutes(5), Cancel)));

        var taken = leases.SelectMany(feeds => feeds.Select(feed => feed.FeedId)).ToList();
        Assert.Equal(taken.Count, taken.Distinct().Count());
        Assert.Equal(200, taken.Count);
    }

    [Fact]
    public async Task What_a_list_says_of_a_feed_is_kept()
    {
        await _store.AddAsync([new OpmlFeed { Address = "https://example.org/f", Title = "Desk", Country = "FR", Language = "fr", Kind = "wire", Verified = true }], Cancel);

        var feed = Assert.Single(await _store.LeaseDueAsync(1, TimeSpan.FromMinutes(5), Cancel));

        Assert.Equal(("https://example.org/f", "Desk", "FR", "fr", "wire", true), (feed.Address, feed.Title, feed.Country, feed.Language, feed.Kind, feed.Verified));
    }

    private static List<OpmlFeed> List(int count) =>
        [.. Enumerable.Range(0, count).Select(each => new OpmlFeed { Address = $"https://h{each}.example/feed", Title = $"Feed {each}" })];
}
