using Dapper;
using Monitoring.Storage;

namespace Monitoring.Indexer.Indexing;

/// <summary>What must survive the index itself: when each article could first be found, and which story it tells.</summary>
internal sealed class IndexedArticleStore(Database<IndexerModule> database, TimeProvider clock)
{
    /// <summary>Registers articles that are new here and answers the record of each, old or new.</summary>
    public Task<IReadOnlyDictionary<string, IndexedRecord>> RegisterAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancel) =>
        database.WriteAsync<IReadOnlyDictionary<string, IndexedRecord>>(
            async transaction =>
            {
                var connection = transaction.Connection!;
                // Until another telling of the same event is known, an article is a story of its own.
                await connection.ExecuteAsync(
                    "insert into indexed_articles (article_id, story_id, first_indexed_at) values (@id, @id, @now) on conflict do nothing",
                    articleIds.Select(id => new { id, now = clock.GetUtcNow() }),
                    transaction);
                var rows = await connection.QueryAsync<IndexedRecord>(
                    $"select article_id, story_id, first_indexed_at from indexed_articles where article_id {database.IsOneOf("ids")}",
                    new { ids = articleIds.ToArray() },
                    transaction);
                return rows.ToDictionary(row => row.ArticleId);
            },
            cancel);
}

/// <summary>One article's record.</summary>
internal sealed record IndexedRecord
{
    public required string ArticleId { get; init; }

    public required string StoryId { get; init; }

    public required DateTimeOffset FirstIndexedAt { get; init; }
}
