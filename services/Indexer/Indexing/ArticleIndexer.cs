using Monitoring.ArticleIndex;
using Monitoring.Contracts;

namespace Monitoring.Indexer.Indexing;

/// <summary>Makes classified articles findable, many in one commit.</summary>
internal sealed class ArticleIndexer(IArticleIndex index, IndexedArticleStore store)
{
    /// <summary>The outcome of each article by id; when it returns, a search finds every article that was not refused.</summary>
    public async Task<IReadOnlyDictionary<string, IndexOutcome>> IndexAsync(IReadOnlyList<ArticleClassified> classified, CancellationToken cancel)
    {
        // The same article twice in one commit: the later message carries the later content.
        var latest = classified.Reverse().DistinctBy(each => each.Article.ArticleId).ToList();
        var records = await store.RegisterAsync([.. latest.Select(each => each.Article.ArticleId)], cancel);
        var documents = latest.ConvertAll(each => new IndexedArticle
        {
            Article = each.Article,
            Tags = each.Tags,
            StoryId = records[each.Article.ArticleId].StoryId,
            FirstIndexedAt = records[each.Article.ArticleId].FirstIndexedAt,
        });
        var refusals = await UpsertAsync(documents, cancel);
        return records.Values.ToDictionary(record => record.ArticleId, record => new IndexOutcome(record, refusals.GetValueOrDefault(record.ArticleId)));
    }

    private async Task<IReadOnlyDictionary<string, string>> UpsertAsync(List<IndexedArticle> documents, CancellationToken cancel)
    {
        try
        {
            await index.UpsertAsync(documents, cancel);
            return new Dictionary<string, string>();
        }
        catch (RejectedDocumentException rejected)
        {
            return rejected.Reasons;
        }
    }
}

/// <summary>What became of one article: its record, and why the engine will never take it, or null.</summary>
internal sealed record IndexOutcome(IndexedRecord Record, string? Refusal);
