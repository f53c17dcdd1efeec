using Microsoft.Extensions.Time.Testing;
using Monitoring.Contracts;
using Monitoring.FeedIngestor.Articles;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.Fixtures;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Tests.Articles;

public sealed class SqliteArticleStoreTests() : ArticleStoreTests(SqlDialect.Sqlite);

public sealed class PostgresArticleStoreTests() : ArticleStoreTests(SqlDialect.Postgres);

public abstract class ArticleStoreTests(SqlDialect dialect) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TestArticles.Now);
    private readonly Feed _feed = TestArticles.Feed();
    private TestDatabase<FeedIngestorModule> _database = null!;
    private ArticleStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase<FeedIngestorModule>.CreateAsync(dialect, FeedIngestorModule.Name, Cancel);
        _store = new ArticleStore(_database.Database, _clock);
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
    public async Task What_is_new_is_kept_and_answered_for_publishing()
    {
        var changed = await SaveAsync(TestArticles.Item("a"), TestArticles.Item("b", "Another title"));

        Assert.Equal(2, changed.Count);
    }

    [Fact]
    public async Task What_was_seen_before_is_not_published_again()
    {
        await SaveAsync(TestArticles.Item("a"));

        Assert.Empty(await SaveAsync(TestArticles.Item("a")));
    }

    [Fact]
    public async Task An_edited_item_is_a_new_version_of_the_same_article_and_alerts_nobody()
    {
        var first = Assert.Single(await SaveAsync(TestArticles.Item("a", text: "Before")));

        var edited = Assert.Single(await SaveAsync(TestArticles.Item("a", text: "After")));

        Assert.Equal(first.ArticleId, edited.ArticleId);
        Assert.NotEqual(first.ContentVersion, edited.ContentVersion);
        Assert.True(edited.NeverAlert);
    }

    [Fact]
    public async Task An_item_that_keeps_its_id_and_changes_its_link_is_the_same_article()
    {
        var first = Assert.Single(await SaveAsync(TestArticles.Item("old-link", text: "Before", key: "guid-1")));

        var moved = Assert.Single(await SaveAsync(TestArticles.Item("new-link", text: "After", key: "guid-1")));

        Assert.Equal(first.ArticleId, moved.ArticleId);
    }

    [Fact]
    public async Task An_item_that_changes_its_id_and_link_but_not_its_text_is_no_news()
    {
        await SaveAsync(TestArticles.Item("a", key: "guid-1"));

        Assert.Empty(await SaveAsync(TestArticles.Item("a-again", key: "guid-2")));
    }

    [Fact]
    public async Task Two_headlines_without_text_that_read_alike_are_two_articles()
    {
        await SaveAsync(TestArticles.Item("monday", "Market report", ""));

        Assert.Single(await SaveAsync(TestArticles.Item("tuesday", "Market report", "")));
    }

    [Fact]
    public async Task Another_feed_with_the_same_page_does_not_rewrite_it()
    {
        await SaveAsync(TestArticles.Item("a", text: "As the first feed has it"));

        var changed = await SaveAsync("feedfeedfeedfeed", TestArticles.Item("a", text: "As the second feed has it"));

        Assert.Empty(changed);
    }

    [Fact]
    public async Task What_no_search_finds_is_published_again_after_a_quarter_of_an_hour()
    {
        await SaveAsync(TestArticles.Item("a"));

        Assert.Empty(await _store.TakeUnindexedAsync(10, Cancel));
        _clock.Advance(RepublishRule.First);

        Assert.Single(await _store.TakeUnindexedAsync(10, Cancel));
        Assert.Empty(await _store.TakeUnindexedAsync(10, Cancel));
    }

    [Fact]
    public async Task What_a_search_finds_is_never_published_again()
    {
        var article = Assert.Single(await SaveAsync(TestArticles.Item("a")));

        await _store.MarkIndexedAsync([(article.ArticleId, article.ContentVersion)], Cancel);
        _clock.Advance(TimeSpan.FromDays(2));

        Assert.Empty(await _store.TakeUnindexedAsync(10, Cancel));
    }

    [Fact]
    public async Task An_old_version_that_was_indexed_late_says_nothing_about_the_new_one()
    {
        var old = Assert.Single(await SaveAsync(TestArticles.Item("a", text: "Before")));
        await SaveAsync(TestArticles.Item("a", text: "After"));

        await _store.MarkIndexedAsync([(old.ArticleId, old.ContentVersion)], Cancel);
        _clock.Advance(RepublishRule.First);

        Assert.Single(await _store.TakeUnindexedAsync(10, Cancel));
    }

    [Fact]
    public async Task What_was_rejected_is_never_published_again()
    {
        var article = Assert.Single(await SaveAsync(TestArticles.Item("a")));

        await _store.MarkRejectedAsync(
            new ArticleRejected { ArticleId = article.ArticleId, ContentVersion = article.ContentVersion, Stage = "classify", Reason = "unreadable" }, Cancel);
        await _store.MakeAllDueAsync(Cancel);

        Assert.Empty(await _store.TakeUnindexedAsync(10, Cancel));
    }

    [Fact]
    public async Task After_five_repetitions_an_article_is_stuck_and_left_alone()
    {
        await SaveAsync(TestArticles.Item("a"));

        var times = 0;
        for (var day = 0; day < 30; day++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            times += (await _store.TakeUnindexedAsync(10, Cancel)).Count;
        }

        Assert.Equal(5, times);
    }

    [Fact]
    public async Task After_a_restart_without_a_broker_all_that_was_in_flight_is_due()
    {
        await SaveAsync(TestArticles.Item("a"), TestArticles.Item("b", "Another title"));
        Assert.Equal(2, await _store.InFlightAsync(Cancel));

        await _store.MakeAllDueAsync(Cancel);

        Assert.Equal(0, await _store.InFlightAsync(Cancel));
        Assert.Equal(2, (await _store.TakeUnindexedAsync(10, Cancel)).Count);
    }

    [Fact]
    public async Task Two_thousand_items_at_once_are_kept()
    {
        var items = Enumerable.Range(0, 2_000).Select(each => TestArticles.Item($"a{each}", $"Title {each}")).ToArray();

        Assert.Equal(2_000, (await SaveAsync(items)).Count);
        Assert.Empty(await SaveAsync(items));
    }

    [Fact]
    public async Task Articles_come_back_as_they_were_kept()
    {
        var saved = Assert.Single(await SaveAsync(TestArticles.Item("a", "Título “raro” 😀", "متن")));

        await _store.MakeAllDueAsync(Cancel);
        var read = Assert.Single(await _store.TakeUnindexedAsync(1, Cancel));

        Assert.Equal(saved with { Authors = [], Categories = [] }, read with { Authors = [], Categories = [] });
    }

    private Task<IReadOnlyList<Article>> SaveAsync(params FeedArticle[] items) => SaveAsync(_feed.FeedId, items);

    private async Task<IReadOnlyList<Article>> SaveAsync(string feedId, params FeedArticle[] items) =>
        (await _database.Database.WriteAsync(transaction => _store.SaveAsync(transaction, _feed with { FeedId = feedId }, items), Cancel)).ToPublish;
}
