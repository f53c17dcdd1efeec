using Monitoring.ArticleIndex;
using static Monitoring.Contracts.Tests.ArticleIndex.Sample;

namespace Monitoring.Contracts.Tests.ArticleIndex;

/// <summary>What every engine must do: writing. One subclass per engine.</summary>
public abstract partial class ArticleIndexContract : IAsyncLifetime
{
    protected abstract IArticleIndex Index { get; }

    protected abstract IArticleSearch Search { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public abstract ValueTask InitializeAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_empty_index_finds_nothing_and_is_ready()
    {
        var page = await Search.SearchAsync(new() { Query = "chips" }, Cancel);

        Assert.Equal(0, page.Total);
        Assert.Equal(IndexState.Ready, (await Search.HealthAsync(Cancel)).State);
    }

    [Fact]
    public async Task An_article_is_found_as_soon_as_writing_returns()
    {
        await Index.UpsertAsync([Article("a1", "Nvidia sells chips to the Gulf")], Cancel);

        Assert.Equal(["a1"], await FindAsync("chips"));
    }

    [Fact]
    public async Task Writing_an_article_twice_leaves_one_and_the_last_wins()
    {
        await Index.UpsertAsync([Article("a1", "First title")], Cancel);

        await Index.UpsertAsync([Article("a1", "Second title"), Article("a1", "Third title")], Cancel);

        Assert.Empty(await FindAsync("first OR second"));
        Assert.Equal(["a1"], await FindAsync("third"));
    }

    [Fact]
    public async Task A_deleted_article_is_gone_and_deleting_it_again_is_no_error()
    {
        await Index.UpsertAsync([Article("a1", "One"), Article("a2", "Two")], Cancel);

        await Index.DeleteAsync(["a1", "never"], Cancel);
        await Index.DeleteAsync(["a1"], Cancel);

        Assert.Null(await Search.GetAsync("a1", Cancel));
        Assert.Equal(["a2"], await FindAsync(""));
    }

    [Fact]
    public async Task An_article_comes_back_as_it_was_written()
    {
        var written = Article("a1", "Ünïcode “title”", "Text with 中文 and <b>", "de", [Country("DE", CountryRole.Subject)], ["compute"]);
        await Index.UpsertAsync([written], Cancel);

        var read = await Search.GetAsync("a1", Cancel);

        Assert.Equivalent(written, read, strict: true);
    }

    [Fact]
    public async Task Many_articles_come_in_the_order_asked_for_without_the_unknown()
    {
        await Index.UpsertAsync([Article("a1", "One"), Article("a2", "Two"), Article("a3", "Three")], Cancel);

        var read = await Search.GetManyAsync(["a3", "nobody", "a1"], Cancel);

        Assert.Equal(["a3", "a1"], read.Select(a => a.Article.ArticleId));
    }

    [Fact]
    public async Task A_rebuild_from_itself_keeps_every_article()
    {
        await Index.UpsertAsync([.. Enumerable.Range(0, 1_200).Select(i => Article($"a{i:0000}", "Chips " + i))], Cancel);

        var written = await Index.RebuildAsync(Search.ReadAllAsync(Cancel), Cancel);

        Assert.Equal(1_200, written);
        Assert.Equal(1_200, await Search.CountAsync(new() { Query = "chips" }, Cancel));
    }

    [Fact]
    public async Task A_rebuild_that_fails_leaves_the_old_articles()
    {
        await Index.UpsertAsync([Article("a1", "Old")], Cancel);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Index.RebuildAsync(Broken(), Cancel));

        Assert.Equal(["a1"], await FindAsync(""));
        await Index.UpsertAsync([Article("a2", "New")], Cancel);
        Assert.Equal(["a1", "a2"], await FindAsync(""));

        static async IAsyncEnumerable<IndexedArticle> Broken()
        {
            yield return Article("b1", "Half");
            await Task.Yield();
            throw new InvalidOperationException("The source broke.");
        }
    }

    [Fact]
    public async Task Words_complete_with_the_most_frequent_first()
    {
        await Index.UpsertAsync([Article("a1", "Chips rise"), Article("a2", "Chips fall"), Article("a3", "China")], Cancel);

        var words = await Search.CompleteAsync("Ch", 5, Cancel);

        Assert.Equal(["chips", "china"], words);
    }

    /// <summary>Ids found, in the order of ids.</summary>
    protected async Task<IReadOnlyList<string>> FindAsync(string query) => await FindAsync(new SearchRequest { Query = query });

    protected async Task<IReadOnlyList<string>> FindAsync(SearchRequest request)
    {
        var page = await Search.SearchAsync(request with { PageSize = 200 }, Cancel);
        Assert.Null(page.Problem);

        return [.. page.Items.Select(i => i.Document.Article.ArticleId).Order(StringComparer.Ordinal)];
    }
}
