namespace Monitoring.ArticleIndex;

/// <summary>The reading side of the index. Every method throws <see cref="IndexUnavailableException"/> when the index cannot serve.</summary>
public interface IArticleSearch
{
    /// <summary>Finds articles. A query that makes no sense is an answer too: see <see cref="SearchPage.Problem"/>.</summary>
    Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancel);

    /// <summary>Counts what <see cref="SearchAsync"/> would find; 0 for an invalid query.</summary>
    Task<long> CountAsync(SearchRequest request, CancellationToken cancel);

    /// <summary>One article by id, or null. Relevance does not matter here.</summary>
    Task<IndexedArticle?> GetAsync(string articleId, CancellationToken cancel);

    /// <summary>Articles by id, at most 1,000, in the order asked for; those that the index does not hold are left out.</summary>
    Task<IReadOnlyList<IndexedArticle>> GetManyAsync(IReadOnlyList<string> articleIds, CancellationToken cancel);

    /// <summary>Words of titles that begin with <paramref name="prefix"/>, most frequent first, folded to lower case without accents.</summary>
    /// <param name="prefix">At least two letters (one for Chinese, Japanese, Korean); less gives nothing.</param>
    /// <param name="count">1 to 50.</param>
    /// <param name="cancel">Ends the search.</param>
    Task<IReadOnlyList<string>> CompleteAsync(string prefix, int count, CancellationToken cancel);

    /// <summary>Every article, in no order, as of the moment of the call.</summary>
    IAsyncEnumerable<IndexedArticle> ReadAllAsync(CancellationToken cancel);

    /// <summary>How the index is. Never throws for an outage: it reports it.</summary>
    Task<IndexHealth> HealthAsync(CancellationToken cancel);
}
