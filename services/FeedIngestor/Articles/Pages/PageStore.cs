using System.Text.Json;
using Dapper;
using Monitoring.Contracts;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Articles.Pages;

/// <summary>Articles that wait for their page before they are published.</summary>
internal sealed class PageStore(Database<FeedIngestorModule> database, TimeProvider clock)
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(10);

    /// <summary>Takes some for this process alone, until the lease ends.</summary>
    public Task<IReadOnlyList<AwaitedPage>> TakeAsync(int most, CancellationToken cancel) =>
        database.WriteAsync<IReadOnlyList<AwaitedPage>>(
            async transaction =>
            {
                var rows = (await transaction.Connection!.QueryAsync<Row>(
                    $"""
                    select article_id, document, attempts, feed_id from articles where state = 'page' and next_publish_at <= @now
                    order by next_publish_at limit @most {database.SkipLocked}
                    """,
                    new { now = clock.GetUtcNow(), most },
                    transaction)).AsList();
                await transaction.Connection!.ExecuteAsync(
                    "update articles set attempts = attempts + 1, next_publish_at = @until where article_id = @ArticleId",
                    rows.Select(row => new { row.ArticleId, until = clock.GetUtcNow() + s_lease }),
                    transaction);
                var open = (await transaction.Connection!.QueryAsync<string>(
                    $"select feed_id from feeds where ignore_robots and feed_id {database.IsOneOf("ids")}",
                    new { ids = rows.Select(row => row.FeedId).Distinct().ToArray() },
                    transaction)).ToHashSet();
                return [.. rows.Select(row => new AwaitedPage(JsonSerializer.Deserialize<Article>(row.Document)!, open.Contains(row.FeedId), row.Attempts >= MostAttempts))];
            },
            cancel);

    /// <summary>The article is ready; false when its feed has brought a newer version in the meantime.</summary>
    public async Task<bool> ConcludeAsync(Article before, Article ready, CancellationToken cancel) =>
        await database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                """
                update articles set document = @document, content_version = @ContentVersion, state = 'pending', attempts = 0, next_publish_at = @next
                where article_id = @ArticleId and state = 'page' and feed_version = @feedVersion
                """,
                new
                {
                    ready.ArticleId,
                    ready.ContentVersion,
                    document = JsonSerializer.Serialize(ready),
                    feedVersion = before.ContentVersion,
                    next = clock.GetUtcNow() + RepublishRule.First,
                },
                transaction),
            cancel) == 1;

    private sealed record Row
    {
        public required string ArticleId { get; init; }

        public required string Document { get; init; }

        public required string FeedId { get; init; }

        public int Attempts { get; init; }
    }
}

/// <summary>An article whose page is to be fetched.</summary>
/// <param name="Article">With the feed's text.</param>
/// <param name="IgnoreRobots">The publisher has agreed.</param>
/// <param name="IsGivenUp">Fetching has ended the process that did it, or never came to an end: the feed's text must do.</param>
internal sealed record AwaitedPage(Article Article, bool IgnoreRobots, bool IsGivenUp);
