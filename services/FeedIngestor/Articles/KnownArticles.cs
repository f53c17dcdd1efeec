using System.Data.Common;
using Dapper;
using Monitoring.Contracts;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Articles;

/// <summary>What the archive knows of the items in one document, and hence what each of them is: new, edited, or seen before.</summary>
internal sealed class KnownArticles
{
    private readonly Dictionary<string, string> _articleByKey;
    private readonly Dictionary<string, Row> _articles;
    private readonly Dictionary<string, string> _articleByContent;
    private readonly string _feedId;

    private KnownArticles(string feedId, IEnumerable<(string Key, string ArticleId)> keys, IEnumerable<Row> articles)
    {
        _feedId = feedId;
        _articleByKey = keys.ToDictionary(pair => pair.Key, pair => pair.ArticleId);
        _articles = articles.DistinctBy(row => row.ArticleId).ToDictionary(row => row.ArticleId);
        _articleByContent = _articles.Values.Where(row => row.FeedId == feedId)
            .DistinctBy(row => row.ContentVersion).ToDictionary(row => row.ContentVersion, row => row.ArticleId);
    }

    public static async Task<KnownArticles> LoadAsync(IDatabase database, DbTransaction transaction, string feedId, IReadOnlyList<FeedArticle> found)
    {
        var connection = transaction.Connection!;
        var keys = (await connection.QueryAsync<(string Key, string ArticleId)>(
            $"select item_key, article_id from feed_items where feed_id = @feedId and item_key {database.IsOneOf("keys")}",
            new { feedId, keys = found.Select(item => item.ItemKey).ToArray() },
            transaction)).AsList();
        var ids = found.Select(item => item.Article.ArticleId).Concat(keys.Select(pair => pair.ArticleId)).Distinct().ToArray();
        var byId = await connection.QueryAsync<Row>(
            $"select article_id, feed_version as content_version, feed_id from articles where article_id {database.IsOneOf("ids")}", new { ids }, transaction);
        var byContent = await connection.QueryAsync<Row>(
            $"select article_id, feed_version as content_version, feed_id from articles where feed_id = @feedId and feed_version {database.IsOneOf("versions")}",
            new { feedId, versions = found.Where(item => item.Article.Text.Length > 0).Select(item => item.Article.ContentVersion).ToArray() },
            transaction);
        return new KnownArticles(feedId, keys, byId.Concat(byContent));
    }

    /// <summary>Decides and remembers, so that two items of one document that are the same article agree.</summary>
    public Decision Decide(string key, Article article)
    {
        var isNewKey = !_articleByKey.TryGetValue(key, out var id);
        if (isNewKey)
        {
            // A feed that gives an old text a new id or link has not published news; a bare headline proves nothing.
            id = !_articles.ContainsKey(article.ArticleId) && article.Text.Length > 0 && _articleByContent.TryGetValue(article.ContentVersion, out var same)
                ? same
                : article.ArticleId;
            _articleByKey[key] = id;
        }

        if (!_articles.TryGetValue(id!, out var row))
        {
            Remember(id!, article);
            return new Decision(id!, isNewKey, Changed: true, IsEdit: false);
        }

        // Two feeds that carry one page would rewrite it in turns: the first one owns it.
        var edited = row.FeedId == _feedId && row.ContentVersion != article.ContentVersion;
        if (edited)
        {
            Remember(id!, article);
        }

        return new Decision(id!, isNewKey, edited, edited);
    }

    private void Remember(string id, Article article)
    {
        _articles[id] = new Row { ArticleId = id, ContentVersion = article.ContentVersion, FeedId = _feedId };
        _articleByContent[article.ContentVersion] = id;
    }

    internal sealed record Decision(string ArticleId, bool IsNewKey, bool Changed, bool IsEdit);

    private sealed record Row
    {
        public required string ArticleId { get; init; }

        public required string ContentVersion { get; init; }

        public required string FeedId { get; init; }
    }
}
