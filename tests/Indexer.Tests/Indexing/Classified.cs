using Monitoring.Contracts;

namespace Monitoring.Indexer.Tests.Indexing;

internal static class Classified
{
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);

    public static ArticleClassified Article(string id, string title = "Ministry opens a cluster", string version = "1") => new()
    {
        Article = new Article
        {
            ArticleId = id,
            ContentVersion = version,
            Url = "https://example.org/" + id,
            Title = title,
            PublishedAt = Now,
            DiscoveredAt = Now,
            Source = new ArticleSource { FeedId = "f", Name = "Example Gazette" },
        },
        Tags = new ArticleTags { Relevance = 1, IsRelevant = true, Language = "en", ModelVersion = "test" },
    };
}
