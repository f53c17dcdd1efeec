using Monitoring.ArticleIndex;

namespace Monitoring.Portal.Tests;

/// <summary>An index that does not answer.</summary>
internal sealed class DownSearch : IArticleSearch
{
    private static IndexUnavailableException Outage => new(IndexOutage.Unreachable, "The folder is away.");

    public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancel) => throw Outage;

    public Task<long> CountAsync(SearchRequest request, CancellationToken cancel) => throw Outage;

    public Task<IndexedArticle?> GetAsync(string articleId, CancellationToken cancel) => throw Outage;

    public Task<IReadOnlyList<IndexedArticle>> GetManyAsync(IReadOnlyList<string> articleIds, CancellationToken cancel) => throw Outage;

    public Task<IReadOnlyList<string>> CompleteAsync(string prefix, int count, CancellationToken cancel) => throw Outage;

    public IAsyncEnumerable<IndexedArticle> ReadAllAsync(CancellationToken cancel) => throw Outage;

    public Task<IndexHealth> HealthAsync(CancellationToken cancel) =>
        Task.FromResult(new IndexHealth(IndexState.Unavailable, "none", 0, 0, "away"));
}
