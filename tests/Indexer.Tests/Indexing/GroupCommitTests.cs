using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Monitoring.ArticleIndex;
using Monitoring.Fixtures;
using Monitoring.Indexer.Indexing;
using Monitoring.Storage;

namespace Monitoring.Indexer.Tests.Indexing;

public sealed class SqliteGroupCommitTests() : GroupCommitTests(SqlDialect.Sqlite);

public sealed class PostgresGroupCommitTests() : GroupCommitTests(SqlDialect.Postgres);

public abstract class GroupCommitTests(SqlDialect dialect) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(Classified.Now);
    private readonly RecordingIndex _index = new();
    private TestDatabase<IndexerModule> _database = null!;
    private GroupCommit _commits = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase<IndexerModule>.CreateAsync(dialect, IndexerModule.Name, Cancel);
        _commits = new GroupCommit(new ArticleIndexer(_index, new IndexedArticleStore(_database.Database, _clock)), NullLogger<GroupCommit>.Instance);
        await _commits.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _commits.StopAsync(CancellationToken.None);
            _commits.Dispose();
            await _database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_gathers_during_a_commit_goes_into_the_next_one_together()
    {
        _index.Hold();
        var first = _commits.IndexAsync(Classified.Article("first"), Cancel);
        await _index.Entered.WaitAsync(Cancel);
        var later = Enumerable.Range(0, 300).Select(each => _commits.IndexAsync(Classified.Article($"later{each}"), Cancel)).ToList();

        _index.Release();
        await Task.WhenAll([first, .. later]);

        Assert.Equal([1, 300], _index.Batches.Select(batch => batch.Count));
    }

    [Fact]
    public async Task An_article_that_is_written_again_keeps_the_time_at_which_it_could_first_be_found()
    {
        await _commits.IndexAsync(Classified.Article("a"), Cancel);
        _clock.Advance(TimeSpan.FromDays(3));

        var again = await _commits.IndexAsync(Classified.Article("a", version: "2"), Cancel);

        Assert.Equal(Classified.Now, again.Record.FirstIndexedAt);
    }

    [Fact]
    public async Task Of_two_versions_in_one_commit_the_later_one_is_written()
    {
        _index.Hold();
        var first = _commits.IndexAsync(Classified.Article("first"), Cancel);
        await _index.Entered.WaitAsync(Cancel);
        var versions = new[] { "1", "2" }.Select(version => _commits.IndexAsync(Classified.Article("a", version: version), Cancel)).ToList();

        _index.Release();
        await Task.WhenAll([first, .. versions]);

        Assert.Equal("2", Assert.Single(_index.Batches[1]).Article.ContentVersion);
    }

    [Fact]
    public async Task One_article_that_the_engine_refuses_does_not_keep_the_others_out()
    {
        _index.Refused = "bad";

        var refused = await _commits.IndexAsync(Classified.Article("bad"), Cancel);
        var good = await _commits.IndexAsync(Classified.Article("good"), Cancel);

        Assert.Equal("too deep", refused.Refusal);
        Assert.Null(good.Refusal);
    }

    [Fact]
    public async Task An_index_that_is_down_is_an_outage_for_every_article_and_ends_with_it()
    {
        _index.IsDown = true;
        await Assert.ThrowsAsync<IndexUnavailableException>(() => _commits.IndexAsync(Classified.Article("a"), Cancel));

        _index.IsDown = false;

        Assert.Null((await _commits.IndexAsync(Classified.Article("a"), Cancel)).Refusal);
    }
}
