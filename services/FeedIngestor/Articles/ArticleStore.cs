using System.Data.Common;
using System.Text.Json;
using Dapper;
using Monitoring.Contracts;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Articles;

/// <summary>The archive of articles, and how far each has come on its way to the index.</summary>
internal sealed class ArticleStore(Database<FeedIngestorModule> database, TimeProvider clock)
{
    /// <summary>Keeps what is new or edited. Part of the transaction that ends the poll.</summary>
    public async Task<SavedArticles> SaveAsync(DbTransaction transaction, Feed feed, IReadOnlyList<FeedArticle> found)
    {
        if (found.Count == 0)
        {
            return SavedArticles.None;
        }

        var known = await KnownArticles.LoadAsync(database, transaction, feed.FeedId, found);
        var changed = new List<Article>();
        var aliases = new List<object>();
        foreach (var (key, article) in found)
        {
            var decision = known.Decide(key, article);
            if (decision.IsNewKey)
            {
                aliases.Add(new { feed.FeedId, key, decision.ArticleId });
            }

            if (decision.Changed)
            {
                changed.Add(article with { ArticleId = decision.ArticleId, NeverAlert = article.NeverAlert || decision.IsEdit });
            }
        }

        await UpsertAsync(transaction, feed.FeedId, changed, feed.FullText ? ArticleState.AwaitsPage : ArticleState.Pending);
        await transaction.Connection!.ExecuteAsync(
            "insert into feed_items (feed_id, item_key, article_id) values (@FeedId, @key, @ArticleId) on conflict do nothing", aliases, transaction);
        // What awaits its page is published when the page has been read.
        return new SavedArticles(feed.FullText ? [] : changed, changed.Count);
    }

    /// <summary>Keeps articles of an archive that are not known yet, due for publishing at once, and answers how many those were.</summary>
    public Task<int> ImportAsync(IReadOnlyList<Article> articles, CancellationToken cancel) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                """
                insert into articles (article_id, content_version, feed_version, feed_id, document, state, attempts, next_publish_at, discovered_at)
                values (@ArticleId, @ContentVersion, @ContentVersion, @FeedId, @Document, 'pending', 0, @now, @now)
                on conflict do nothing
                """,
                articles.Select(article => new
                {
                    article.ArticleId,
                    article.ContentVersion,
                    article.Source.FeedId,
                    Document = JsonSerializer.Serialize(article),
                    now = clock.GetUtcNow(),
                }),
                transaction),
            cancel);

    /// <summary>Takes articles whose turn has come to be published again, and books the next turn.</summary>
    public Task<IReadOnlyList<Article>> TakeUnindexedAsync(int most, CancellationToken cancel) =>
        database.WriteAsync<IReadOnlyList<Article>>(
            async transaction =>
            {
                var now = clock.GetUtcNow();
                var rows = (await transaction.Connection!.QueryAsync<(string ArticleId, string Document, int Attempts)>(
                    $"select article_id, document, attempts from articles where state = 'pending' and next_publish_at <= @now order by next_publish_at limit @most {database.SkipLocked}",
                    new { now, most },
                    transaction)).AsList();
                await transaction.Connection!.ExecuteAsync(
                    "update articles set attempts = @Attempts, next_publish_at = @Next, state = @State, problem = @Problem where article_id = @ArticleId",
                    rows.Select(row => RepublishRule.Next(row.ArticleId, row.Attempts, now)),
                    transaction);
                return [.. rows.Where(row => !RepublishRule.IsStuck(row.Attempts)).Select(row => Read(row.Document))];
            },
            cancel);

    /// <summary>How many articles were published and have not been indexed yet.</summary>
    public async Task<int> InFlightAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*) from articles where state = 'pending' and next_publish_at > @now", new { now = clock.GetUtcNow() }, cancellationToken: cancel));
    }

    /// <summary>After a restart of a process that kept its messages in memory: whatever was in flight is gone, so all of it is due.</summary>
    public Task MakeAllDueAsync(CancellationToken cancel) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                "update articles set next_publish_at = 0 where state = 'pending'", transaction: transaction),
            cancel);

    public Task MarkIndexedAsync(IReadOnlyList<(string ArticleId, string ContentVersion)> indexed, CancellationToken cancel) =>
        EndAsync(indexed.Select(each => (each.ArticleId, each.ContentVersion, ArticleState.Indexed, (string?)null)), cancel);

    public Task MarkRejectedAsync(ArticleRejected rejected, CancellationToken cancel) =>
        EndAsync([(rejected.ArticleId, rejected.ContentVersion, ArticleState.Rejected, $"{rejected.Stage}: {rejected.Reason}")], cancel);

    private Task EndAsync(IEnumerable<(string ArticleId, string ContentVersion, string State, string? Problem)> ended, CancellationToken cancel) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                // The version matters: an older version that arrives late says nothing about the present one.
                "update articles set state = @State, problem = @Problem, indexed_at = @now where article_id = @ArticleId and content_version = @ContentVersion",
                ended.Select(each => new { each.ArticleId, each.ContentVersion, each.State, each.Problem, now = clock.GetUtcNow() }),
                transaction),
            cancel);

    private Task UpsertAsync(DbTransaction transaction, string feedId, IReadOnlyList<Article> articles, string state) =>
        transaction.Connection!.ExecuteAsync(
            """
            insert into articles (article_id, content_version, feed_version, feed_id, document, state, attempts, next_publish_at, discovered_at)
            values (@ArticleId, @ContentVersion, @ContentVersion, @feedId, @Document, @state, 0, @Next, @Now)
            on conflict (article_id) do update set content_version = excluded.content_version, feed_version = excluded.feed_version, document = excluded.document,
                state = excluded.state, attempts = 0, next_publish_at = excluded.next_publish_at, problem = null
            """,
            articles.Select(article => new
            {
                article.ArticleId,
                article.ContentVersion,
                feedId,
                Document = JsonSerializer.Serialize(article),
                state,
                Next = state == ArticleState.Pending ? clock.GetUtcNow() + RepublishRule.First : clock.GetUtcNow(),
                Now = clock.GetUtcNow(),
            }),
            transaction);

    private static Article Read(string document) => JsonSerializer.Deserialize<Article>(document)!;
}

/// <summary>How far an article has come.</summary>
internal static class ArticleState
{
    /// <summary>Its page is to be fetched before it is published.</summary>
    public const string AwaitsPage = "page";

    public const string Pending = "pending";
    public const string Indexed = "indexed";
    public const string Rejected = "rejected";
    public const string Stuck = "stuck";
}

/// <summary>What a poll or a push brought.</summary>
/// <param name="ToPublish">New or edited, and ready.</param>
/// <param name="Changed">How many were new or edited, ready or not.</param>
internal sealed record SavedArticles(IReadOnlyList<Article> ToPublish, int Changed)
{
    public static readonly SavedArticles None = new([], 0);
}
