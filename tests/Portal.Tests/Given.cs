using System.Security.Cryptography;
using System.Text;
using Monitoring.ArticleIndex;
using Monitoring.Contracts;

namespace Monitoring.Portal.Tests;

/// <summary>Articles and polls for tests; what a test does not say is ordinary.</summary>
internal static class Given
{
    public static IndexedArticle Article(
        string title,
        string country = "FR",
        string theme = "compute",
        string text = "A text about it.",
        double hoursAgo = 2,
        string? story = null,
        string language = "en",
        bool isRelevant = true,
        string source = "Example Gazette",
        string? url = null,
        CountryRole role = CountryRole.Subject)
    {
        var id = Id(title);
        var at = TimeProvider.System.GetUtcNow().AddHours(-hoursAgo);
        return new IndexedArticle
        {
            Article = new Article
            {
                ArticleId = id,
                ContentVersion = id[..16],
                Url = url ?? $"https://news.example/{id}",
                Title = title,
                Text = text,
                PublishedAt = at,
                DiscoveredAt = at,
                Source = new ArticleSource { FeedId = Id(source)[..16], Name = source },
            },
            Tags = new ArticleTags
            {
                Relevance = isRelevant ? 0.9f : 0.1f,
                IsRelevant = isRelevant,
                Countries = [new CountryTag { Code = country, Role = role, Score = 0.8f }],
                Themes = isRelevant ? [new ThemeTag { Id = theme, Score = 0.9f }] : [],
                Language = language,
                ModelVersion = "test",
            },
            StoryId = story is null ? id : Id(story),
            FirstIndexedAt = at,
        };
    }

    public static FeedPolled Poll(string title = "Example Gazette", string health = "healthy", string? problem = null, double minutesAgo = 10) => new()
    {
        FeedId = Id(title)[..16],
        Address = "https://news.example/feed.xml",
        Title = title,
        PolledAt = TimeProvider.System.GetUtcNow().AddMinutes(-minutesAgo),
        Health = health,
        Problem = problem,
        NewItems = 2,
    };

    public static string Id(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
