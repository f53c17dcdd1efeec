using Monitoring.Contracts;
using Monitoring.FeedIngestor.Articles;
using Monitoring.FeedIngestor.Feeds;

namespace Monitoring.FeedIngestor.Tests.Articles;

internal static class TestArticles
{
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);

    public static Feed Feed(string address = "https://example.org/feed") => new()
    {
        FeedId = Monitoring.FeedIngestor.Feeds.Feed.IdFrom(address),
        Address = address,
        Title = "Example Gazette",
        IntervalSeconds = 1_800,
        Polls = 1,
    };

    public static FeedArticle Item(string path, string title = "A title", string text = "Some text", string? key = null)
    {
        var url = new Uri("https://example.org/" + path);
        return new FeedArticle(key ?? path, new Article
        {
            ArticleId = ArticleId.From(url),
            ContentVersion = ArticleId.ContentVersion(title, text),
            Url = url.AbsoluteUri,
            Title = title,
            Text = text,
            PublishedAt = Now,
            DiscoveredAt = Now,
            Source = Feed().Source,
        });
    }
}
