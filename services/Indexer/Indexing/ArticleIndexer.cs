using Monitoring.ArticleIndex;
using Monitoring.Contracts;

namespace Monitoring.Indexer.Indexing;

/// <summary>Makes classified articles findable, a batch at a time.</summary>
internal sealed class ArticleIndexer(IArticleIndex index, IndexedArticleStore store)
{
    /// <summary>When it returns, a search finds every article but those in <see cref="IndexedBatch.Rejected"/>.</summary>
    public async Task<IndexedBatch> IndexAsync(IReadOnlyList<ArticleClassified> classified, CancellationToken cancel)
    {
        // The same article twice in one batch: the later message carries the later content.
        var latest = classified.Reverse().DistinctBy(each => each.Article.ArticleId).ToList();
        var records = await store.RegisterAsync([.. latest.Select(each => each.Article.ArticleId)], cancel);
        var documents = latest.ConvertAll(each => new IndexedArticle
        {
            Article = each.Article,
            Tags = each.Tags,
            StoryId = records[each.Article.ArticleId].StoryId,
            FirstIndexedAt = records[each.Article.ArticleId].FirstIndexedAt,
        });
        try
        {
            await index.UpsertAsync(documents, cancel);
            return new IndexedBatch(documents, []);
        }
        catch (RejectedDocumentException rejected)
        {
            return new IndexedBatch(
                [.. documents.Where(document => !rejected.Reasons.ContainsKey(document.Article.ArticleId))],
                [.. documents.Where(document => rejected.Reasons.ContainsKey(document.Article.ArticleId))
                    .Select(document => (document.Article, rejected.Reasons[document.Article.ArticleId]))]);
        }
    }
}

/// <summary>How a batch ended: what a search finds now, and what the engine will never take.</summary>
internal sealed record IndexedBatch(IReadOnlyList<IndexedArticle> Indexed, IReadOnlyList<(Article Article, string Reason)> Rejected);
