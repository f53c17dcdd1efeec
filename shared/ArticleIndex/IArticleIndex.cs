namespace Monitoring.ArticleIndex;

/// <summary>The writing side of the index. Every method throws <see cref="IndexUnavailableException"/> when the index cannot serve.</summary>
public interface IArticleIndex
{
    /// <summary>
    /// Adds or replaces articles by id, in one batch: when it returns all of them are durable and a search that starts now finds
    /// them; when it throws none is promised and the batch may be sent again. Waits as a standby while another process writes.
    /// </summary>
    /// <param name="articles">Any number; the last of two with one id wins.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="RejectedDocumentException">The engine will never take one of the articles; the others are written.</exception>
    Task UpsertAsync(IReadOnlyList<IndexedArticle> articles, CancellationToken cancel);

    /// <summary>Removes articles; ids that the index does not hold are no error. Durable when it returns.</summary>
    Task DeleteAsync(IReadOnlyList<string> articleIds, CancellationToken cancel);

    /// <summary>Returns once this process may write. Until then it is a standby: another process holds the index.</summary>
    Task WaitUntilWritableAsync(CancellationToken cancel);

    /// <summary>
    /// Replaces the whole content in one step: searches see the old articles until the new ones are complete. Answers the number
    /// written. To rebuild an index from itself, pass <see cref="IArticleSearch.ReadAllAsync"/>.
    /// </summary>
    Task<long> RebuildAsync(IAsyncEnumerable<IndexedArticle> articles, CancellationToken cancel);

    /// <summary>How the index is. Never throws for an outage: it reports it.</summary>
    Task<IndexHealth> HealthAsync(CancellationToken cancel);
}
