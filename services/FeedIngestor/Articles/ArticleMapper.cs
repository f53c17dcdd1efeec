using System.Security.Cryptography;
using System.Text;
using Monitoring.Contracts;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.FeedIngestor.Parsing.Html;

namespace Monitoring.FeedIngestor.Articles;

/// <summary>Makes articles of a feed's items: one form for dates, texts and links, and an id.</summary>
internal sealed class ArticleMapper(TimeProvider clock)
{
    private static readonly DateTimeOffset s_earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Clocks of publishers run fast by minutes; more than this is a date to come.</summary>
    private static readonly TimeSpan s_tolerance = TimeSpan.FromMinutes(10);

    /// <summary>Items without a usable link or any words are left out: there is nothing to lead a reader to.</summary>
    public IReadOnlyList<FeedArticle> Map(Feed feed, FeedDocument document) =>
        [.. document.Items.Select(item => Map(feed, document, item)).OfType<FeedArticle>().DistinctBy(article => article.Article.ArticleId)];

    private FeedArticle? Map(Feed feed, FeedDocument document, FeedItem item)
    {
        if (item.Link is null || !Uri.TryCreate(item.Link, UriKind.Absolute, out var link) || CanonicalUrl.From(link) is not { } url)
        {
            return null;
        }

        var html = Longer(item.Content, item.Summary);
        var text = html is null ? "" : PlainText.From(html);
        var title = item.Title is { Length: > 0 } given ? given : FirstWords(text);
        if (title.Length == 0)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var (publishedAt, origin) = Date(item, now);
        var article = new Article
        {
            ArticleId = ArticleId.From(url),
            ContentVersion = ArticleId.ContentVersion(title, text),
            Url = url.AbsoluteUri,
            Title = title,
            Text = text,
            Html = html is not null && html.Contains('<', StringComparison.Ordinal) ? SafeHtml.Clean(html, item.BaseAddress ?? url) : null,
            ClaimedLanguage = Language(item.Language ?? feed.Language ?? document.Language),
            PublishedAt = publishedAt,
            PublishedAtOrigin = origin,
            DiscoveredAt = now,
            Source = feed.Source,
            Authors = [.. item.Authors.Select(author => author.Name ?? author.Email).OfType<string>()],
            Categories = item.Categories,
            // What a feed holds when it is first read is history, not news.
            NeverAlert = feed.SucceededAt is null,
        };
        return new(ItemKey(item, url), article);
    }

    private static (DateTimeOffset At, DateOrigin Origin) Date(FeedItem item, DateTimeOffset now)
    {
        var claimed = item.Published ?? item.Updated;
        if (claimed is not { } date || date < s_earliest)
        {
            return (now, DateOrigin.Fetched);
        }

        if (date > now + s_tolerance)
        {
            // A story from tomorrow would lead every list.
            return (now, DateOrigin.FutureReplaced);
        }

        return (date > now ? now : date.ToUniversalTime(), item.Published is null ? DateOrigin.ItemUpdated : DateOrigin.Item);
    }

    private static string? Longer(string? content, string? summary) =>
        (content?.Length ?? 0) >= (summary?.Length ?? 0) ? content : summary;

    private static string FirstWords(string text)
    {
        const int Most = 120;
        var line = text.Split('\n', 2)[0];
        var cut = line.Length <= Most ? line.Length : line.LastIndexOf(' ', Most) is > 0 and var space ? space : Most;
        return line[..cut];
    }

    private static string? Language(string? claimed)
    {
        var primary = claimed?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetterLower) ? primary : null;
    }

    private static string ItemKey(FeedItem item, Uri url) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.Id ?? url.AbsoluteUri)))[..32];
}

/// <summary>An article and the key by which its feed knows it.</summary>
internal sealed record FeedArticle(string ItemKey, Article Article);
