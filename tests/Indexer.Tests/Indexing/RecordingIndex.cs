using Monitoring.ArticleIndex;

namespace Monitoring.Indexer.Tests.Indexing;

/// <summary>An index that remembers its batches and misbehaves on request.</summary>
internal sealed class RecordingIndex : IArticleIndex
{
    private readonly TaskCompletionSource _entered = new();
    private TaskCompletionSource _gate = Opened();

    public List<IReadOnlyList<IndexedArticle>> Batches { get; } = [];

    /// <summary>Done when a batch has come in.</summary>
    public Task Entered => _entered.Task;

    public string? Refused { get; set; }

    public bool IsDown { get; set; }

    public void Hold() => _gate = new TaskCompletionSource();

    public void Release() => _gate.SetResult();

    public async Task UpsertAsync(IReadOnlyList<IndexedArticle> articles, CancellationToken cancel)
    {
        _entered.TrySetResult();
        await _gate.Task.WaitAsync(cancel);
        if (IsDown)
        {
            throw new IndexUnavailableException("The index is down.");
        }

        Batches.Add(articles);
        if (articles.Any(article => article.Article.ArticleId == Refused))
        {
            throw new RejectedDocumentException(new Dictionary<string, string> { [Refused!] = "too deep" });
        }
    }

    public Task DeleteAsync(IReadOnlyList<string> articleIds, CancellationToken cancel) => Task.CompletedTask;

    public Task WaitUntilWritableAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task<long> RebuildAsync(IAsyncEnumerable<IndexedArticle> articles, CancellationToken cancel) => Task.FromResult(0L);

    public Task<IndexHealth> HealthAsync(CancellationToken cancel) => Task.FromResult(new IndexHealth(IndexState.Ready, "recording", 0, 0, ""));

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }
}
