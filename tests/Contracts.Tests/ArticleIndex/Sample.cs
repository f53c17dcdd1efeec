using Monitoring.ArticleIndex;

namespace Monitoring.Contracts.Tests.ArticleIndex;

/// <summary>Articles for tests, with only what a test cares about spelt out.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 3, 16, 12, 0, 0, TimeSpan.Zero);

    public static readonly QueryVocabulary Vocabulary = new()
    {
        Regions = new Dictionary<string, IReadOnlyList<string>> { ["gcc"] = ["AE", "BH", "KW", "OM", "QA", "SA"] },
        Countries = new HashSet<string> { "US", "FR", "DE", "AE", "SA", "BH", "KW", "OM", "QA", "CN", "KR" },
        CountryNames = new Dictionary<string, string> { ["france"] = "FR", ["south korea"] = "KR", ["germany"] = "DE" },
        Themes = new HashSet<string> { "compute", "models", "regulation" },
        Synonyms = [["AI", "artificial intelligence", "IA"], ["GPU", "graphics processor"]],
    };

    public static IndexedArticle Article(
        string id,
        string title,
        string text = "",
        string language = "en",
        IReadOnlyList<CountryTag>? countries = null,
        IReadOnlyList<string>? themes = null,
        double ageInDays = 1,
        float relevance = 0.9f,
        string source = "reuters",
        string? story = null) => new()
        {
            Article = new()
            {
                ArticleId = id,
                ContentVersion = "1",
                Url = "https://example.org/" + id,
                Title = title,
                Text = text,
                PublishedAt = Now.AddDays(-ageInDays),
                DiscoveredAt = Now,
                Source = new() { FeedId = source, Name = source == "lemonde" ? "Le Monde" : "Reuters World" },
            },
            Tags = new()
            {
                Relevance = relevance,
                IsRelevant = relevance >= 0.5f,
                Countries = countries ?? [],
                Themes = [.. (themes ?? []).Select(t => new ThemeTag { Id = t, Score = 0.8f })],
                Language = language,
                ModelVersion = "test",
            },
            StoryId = story ?? "story-" + id,
            FirstIndexedAt = Now,
        };

    public static CountryTag Country(string code, CountryRole role) => new() { Code = code, Role = role, Score = 0.7f };
}
