using Microsoft.Extensions.Time.Testing;
using Monitoring.Contracts;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Feeds.Managing;
using Monitoring.FeedIngestor.Polling;
using Monitoring.FeedIngestor.Polling.WebSub;
using Monitoring.FeedIngestor.Tests.Articles;
using Monitoring.Fixtures;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Tests.Managing;

public sealed class SqliteFeedCatalogTests() : FeedCatalogTests(SqlDialect.Sqlite);

public sealed class PostgresFeedCatalogTests() : FeedCatalogTests(SqlDialect.Postgres);

public abstract class FeedCatalogTests(SqlDialect dialect) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TestArticles.Now);
    private TestDatabase<FeedIngestorModule> _database = null!;
    private HostStore _hosts = null!;
    private FeedStore _feeds = null!;
    private FeedCatalog _catalog = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase<FeedIngestorModule>.CreateAsync(dialect, FeedIngestorModule.Name, Cancel);
        _hosts = new HostStore(_database.Database, _clock);
        _feeds = new FeedStore(_database.Database, _hosts, _clock);
        _catalog = new FeedCatalog(_database.Database, _hosts, _clock);
        await _feeds.AddAsync([.. Enumerable.Range(0, 5).Select(each => new OpmlFeed { Address = $"https://h{each}.example/feed", Title = $"Feed {each}", Folder = each < 2 ? "Europe/France" : null })], Cancel);
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
    public async Task A_page_of_feeds_is_counted_searched_and_filtered()
    {
        var page = await _catalog.ListAsync(new ListFeeds { Skip = 1, Take = 2 }, Cancel);
        var found = await _catalog.ListAsync(new ListFeeds { Search = "H3.EXAMPLE" }, Cancel);
        var healthy = await _catalog.ListAsync(new ListFeeds { Health = FeedHealth.Healthy }, Cancel);

        Assert.Equal((5, 5), (page.Total, page.Healths[FeedHealth.New]));
        Assert.Equal(["Feed 1", "Feed 2"], page.Feeds.Select(feed => feed.Title));
        Assert.Equal("Feed 3", Assert.Single(found.Feeds).Title);
        Assert.Equal(0, healthy.Total);
    }

    [Fact]
    public async Task A_folder_is_given_with_what_it_holds()
    {
        Assert.Equal(2, (await _catalog.AllAsync("Europe", Cancel)).Count);
        Assert.Empty(await _catalog.AllAsync("Eur", Cancel));
        Assert.Equal(5, (await _catalog.AllAsync(null, Cancel)).Count);
    }

    [Fact]
    public async Task A_paused_or_deleted_feed_is_not_leased_and_a_resumed_one_is()
    {
        await _catalog.ChangeAsync(Feed.IdFrom("https://h0.example/feed"), FeedChange.Pause, Cancel);
        await _catalog.ChangeAsync(Feed.IdFrom("https://h1.example/feed"), FeedChange.Delete, Cancel);
        await _catalog.ChangeAsync(Feed.IdFrom("https://h2.example/feed"), FeedChange.Pause, Cancel);
        await _catalog.ChangeAsync(Feed.IdFrom("https://h2.example/feed"), FeedChange.Resume, Cancel);

        var leased = await _feeds.LeaseDueAsync(10, Visit.Lease, Cancel);

        Assert.Equal(["Feed 2", "Feed 3", "Feed 4"], leased.Select(feed => feed.Title).Order());
    }

    [Fact]
    public async Task A_feed_that_is_being_polled_is_not_polled_twice_when_a_person_asks()
    {
        await _feeds.LeaseDueAsync(10, Visit.Lease, Cancel);

        await _catalog.ChangeAsync(Feed.IdFrom("https://h0.example/feed"), FeedChange.PollNow, Cancel);

        Assert.Empty(await _feeds.LeaseDueAsync(10, Visit.Lease, Cancel));
    }

    [Fact]
    public async Task Subscriptions_are_noted_taken_once_and_renewed()
    {
        await using (var connection = await _database.Database.OpenAsync(Cancel))
        {
            await Dapper.SqlMapper.ExecuteAsync(connection, "update feeds set hub = 'https://hub.example/', topic = address where title = 'Feed 1'");
        }

        var store = new SubscriptionStore(_database.Database, _clock);
        await store.NoteAsync(Cancel);
        await store.NoteAsync(Cancel);
        var wanted = Assert.Single(await store.TakeDueAsync(5, Cancel));
        var atOnce = await store.TakeDueAsync(5, Cancel);
        await store.ActivateAsync(wanted, TimeSpan.FromDays(10), Cancel);
        _clock.Advance(TimeSpan.FromDays(8));

        Assert.Empty(atOnce);
        Assert.Equal(SubscriptionState.Active, Assert.Single(await store.TakeDueAsync(5, Cancel)).State);
        Assert.NotNull(await store.FindAsync(wanted.FeedId, wanted.Token, Cancel));
        Assert.Null(await store.FindAsync(wanted.FeedId, "guess", Cancel));
    }
}
