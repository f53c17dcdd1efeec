using Monitoring.ArticleIndex;
using Monitoring.Portal.Language;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Feeds;

/// <summary>A search as a feed.</summary>
/// <param name="Title">Name for readers.</param>
/// <param name="Self">Absolute address of the feed.</param>
/// <param name="Page">Absolute address of the page that shows the same.</param>
/// <param name="Updated">When the newest entry became searchable; the feed's birth when it is empty.</param>
/// <param name="Entries">Newest first.</param>
internal sealed record SearchFeed(string Title, string Self, string Page, DateTimeOffset Updated, IReadOnlyList<FeedEntry> Entries);

/// <summary>An article in a feed.</summary>
internal sealed record FeedEntry(string Id, string Url, string Title, string Text, string Source, string Language, DateTimeOffset Published, DateTimeOffset Updated, string Page, IReadOnlyList<string> Categories)
{
    public static FeedEntry Of(SearchItem item, string root, Words words)
    {
        var (article, tags) = (item.Document.Article, item.Document.Tags);
        return new(
            article.ArticleId,
            article.Url,
            article.Title,
            string.Concat(item.Snippets.Take(1).SelectMany(snippet => snippet.Segments).Select(segment => segment.Text)),
            article.Source.Name,
            tags.Language,
            article.PublishedAt,
            item.Document.FirstIndexedAt,
            root + Links.Article(article.ArticleId),
            [.. tags.Countries.Where(tag => tag.Role != Contracts.CountryRole.Mention).Select(tag => words.Country(tag.Code)), .. tags.Themes.Select(tag => words.Theme(tag.Id))]);
    }
}
