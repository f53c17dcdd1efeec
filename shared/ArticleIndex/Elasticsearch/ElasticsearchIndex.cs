namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>The writing side over Elasticsearch. Any number of processes may write, but none other while one rebuilds.</summary>
internal sealed class ElasticsearchIndex(ElasticsearchConnection connection, ElasticsearchAlias alias, ElasticsearchSearch search, TimeProvider clock)
    : IArticleIndex, IDisposable
{
    private const int RebuildBatch = 1_000;

    private readonly ElasticsearchBulk _bulk = new(connection, clock);
    private readonly SemaphoreSlim _rebuild = new(1, 1);

    public Task UpsertAsync(IReadOnlyList<IndexedArticle> articles, CancellationToken cancel) => articles.Count == 0
        ? Task.CompletedTask
        : WriteAsync(() => _bulk.IndexAsync(alias.Name, articles.Reverse().DistinctBy(a => a.Article.ArticleId), waitForRefresh: true, cancel), cancel);

    public Task DeleteAsync(IReadOnlyList<string> articleIds, CancellationToken cancel) => articleIds.Count == 0
        ? Task.CompletedTask
        : WriteAsync(() => _bulk.DeleteAsync(alias.Name, articleIds, cancel), cancel);

    public Task WaitUntilWritableAsync(CancellationToken cancel) => alias.EnsureAsync(cancel);

    public async Task<long> RebuildAsync(IAsyncEnumerable<IndexedArticle> articles, CancellationToken cancel)
    {
        // Writes of this process wait: they would land in the index that is about to go.
        await _rebuild.WaitAsync(cancel);
        try
        {
            var old = await alias.CurrentAsync(cancel);
            var next = await alias.CreateNextAsync(cancel);
            var count = await FillOrDropAsync(next, articles, cancel);
            await alias.SwapAsync(old?.Index, next, cancel);
            if (old is { } replaced)
            {
                await alias.DropAsync(replaced.Index, cancel);
            }

            return count;
        }
        finally
        {
            _rebuild.Release();
        }
    }

    public Task<IndexHealth> HealthAsync(CancellationToken cancel) => search.HealthAsync(cancel);

    public void Dispose() => _rebuild.Dispose();

    private async Task<long> FillOrDropAsync(string index, IAsyncEnumerable<IndexedArticle> articles, CancellationToken cancel)
    {
        try
        {
            var count = 0L;
            await foreach (var batch in articles.Chunk(RebuildBatch).WithCancellation(cancel))
            {
                await _bulk.IndexAsync(index, batch, waitForRefresh: false, cancel);
                count += batch.Length;
            }

            await connection.SendAsync(HttpMethod.Post, $"{index}/_refresh", null, cancel);
            return count;
        }
        catch
        {
            await alias.DropAsync(index, CancellationToken.None);
            throw;
        }
    }

    private async Task WriteAsync(Func<Task> write, CancellationToken cancel)
    {
        await _rebuild.WaitAsync(cancel);
        try
        {
            await alias.EnsureAsync(cancel);
            await write();
        }
        finally
        {
            _rebuild.Release();
        }
    }
}
