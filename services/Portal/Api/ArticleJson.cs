using System.ComponentModel;
using Monitoring.ArticleIndex;
using Monitoring.Contracts;

namespace Monitoring.Portal.Api;

/// <summary>A page of articles.</summary>
public sealed record ArticleList
{
    [Description("Number of articles found, exact.")]
    public required long Total { get; init; }

    public required IReadOnlyList<ArticleJson> Items { get; init; }

    [Description("Address of the next page; null on the last.")]
    public string? Next { get; init; }
}

/// <summary>An article with what it is about and why. The API's own shape: it stays when messages and index change.</summary>
public sealed record ArticleJson
{
    [Description("32 hex digits derived from the address of the original.")]
    public required string Id { get; init; }

    [Description("Address of the original.")]
    public required string Url { get; init; }

    public required string Title { get; init; }

    [Description("The passage that matches, or the beginning; plain text.")]
    public string? Excerpt { get; init; }

    [Description("The whole text, plain; only for a single article.")]
    public string? Text { get; init; }

    [Description("Measured, ISO 639-1, or und.")]
    public required string Language { get; init; }

    [Description("UTC.")]
    public required DateTimeOffset PublishedAt { get; init; }

    [Description("When a search could first find it, UTC.")]
    public required DateTimeOffset FirstIndexedAt { get; init; }

    public required SourceJson Source { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    [Description("0 to 1: how surely it is about sovereign AI.")]
    public required float Relevance { get; init; }

    public required bool IsRelevant { get; init; }

    [Description("Most central first; those in role mention are no tags.")]
    public required IReadOnlyList<CountryTagJson> Countries { get; init; }

    [Description("Strongest first.")]
    public required IReadOnlyList<ThemeTagJson> Themes { get; init; }

    [Description("Version of what made the tags.")]
    public required string ModelVersion { get; init; }

    [Description("Articles about one event share it.")]
    public required string StoryId { get; init; }

    [Description("How many articles of the story were found, with group=story; else 1.")]
    public int StoryArticles { get; init; } = 1;

    public static ArticleJson Of(SearchItem item) => Of(item.Document) with
    {
        StoryArticles = item.StoryArticles,
        Excerpt = item.Snippets.Count == 0 ? null : string.Join(" … ", item.Snippets.Select(snippet => string.Concat(snippet.Segments.Select(segment => segment.Text)))),
    };

    public static ArticleJson Of(IndexedArticle document) => new()
    {
        Id = document.Article.ArticleId,
        Url = document.Article.Url,
        Title = document.Article.Title,
        Language = document.Tags.Language,
        PublishedAt = document.Article.PublishedAt,
        FirstIndexedAt = document.FirstIndexedAt,
        Source = new(document.Article.Source.FeedId, document.Article.Source.Name, document.Article.Source.Country, document.Article.Source.Kind),
        Authors = document.Article.Authors,
        Relevance = document.Tags.Relevance,
        IsRelevant = document.Tags.IsRelevant,
        Countries = [.. document.Tags.Countries.Select(tag => new CountryTagJson(tag.Code, tag.Role.ToString().ToLowerInvariant(), tag.Score, Of(tag.Evidence)))],
        Themes = [.. document.Tags.Themes.Select(tag => new ThemeTagJson(tag.Id, tag.Score, Of(tag.Evidence)))],
        ModelVersion = document.Tags.ModelVersion,
        StoryId = document.StoryId,
    };

    private static List<EvidenceJson> Of(IReadOnlyList<Evidence> evidence) =>
        [.. evidence.Select(each => new EvidenceJson(each.Field.ToString().ToLowerInvariant(), each.Start, each.Length, each.Text))];
}

/// <summary>The feed that first brought an article.</summary>
public sealed record SourceJson(string Id, string Name, [property: Description("Publisher's home; never a tag by itself.")] string? Country, string? Kind);

/// <summary>A country and the part it plays.</summary>
public sealed record CountryTagJson(
    [property: Description("ISO 3166-1 alpha-2, EU or XK.")] string Code,
    [property: Description("subject, supplier, partner, target, place or mention.")] string Role,
    [property: Description("0 to 1: how central.")] float Score,
    IReadOnlyList<EvidenceJson> Evidence);

/// <summary>A theme.</summary>
public sealed record ThemeTagJson(string Id, [property: Description("Calibrated probability, 0 to 1.")] float Score, IReadOnlyList<EvidenceJson> Evidence);

/// <summary>Words that speak for a tag.</summary>
public sealed record EvidenceJson([property: Description("title or text.")] string Field, [property: Description("Index of the first UTF-16 unit.")] int Start, int Length, string Text);
