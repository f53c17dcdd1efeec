using Monitoring.Contracts;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Parsing.Dates;
using Monitoring.FeedIngestor.Parsing.Html;

namespace Monitoring.FeedIngestor.Articles.Importing;

/// <summary>
/// Takes articles of an archive into the store, from where they travel like every other, but never cause an alert. What is there already
/// is left alone, so an import that was cut off can simply be run again.
/// </summary>
internal sealed class ArticleImporter(ArticleStore store, TimeProvider clock)
{
    private const int MostTitle = 1_000;

    /// <param name="lines">JSON objects with url, title, text, published and source.</param>
    /// <param name="cancel">Ends the import; nothing of this batch is kept.</param>
    public async Task<ImportCount> ImportAsync(IReadOnlyList<string> lines, CancellationToken cancel)
    {
        var articles = lines.Select(ImportedArticle.Read).Select(Map).OfType<Article>().ToList();
        var distinct = articles.DistinctBy(article => article.ArticleId).ToList();
        var added = await store.ImportAsync(distinct, cancel);
        return new ImportCount(added, articles.Count - added, lines.Count - articles.Count);
    }

    private Article? Map(ImportedArticle? line)
    {
        var title = PlainText.Line(line?.Title ?? "");
        if (line?.Url is null || title.Length == 0 || !Uri.TryCreate(line.Url, UriKind.Absolute, out var address) || CanonicalUrl.From(address) is not { } url)
        {
            return null;
        }

        title = title.Length > MostTitle ? title[..MostTitle] : title;
        var now = clock.GetUtcNow();
        var published = FeedDates.Parse(line.Published) is { } date && date <= now ? date : (DateTimeOffset?)null;
        var text = PlainText.From(line.Text ?? "");
        var source = FeedFields.Title(line.Source) ?? url.Host;
        return new Article
        {
            ArticleId = ArticleId.From(url),
            ContentVersion = ArticleId.ContentVersion(title, text),
            Url = url.AbsoluteUri,
            Title = title,
            Text = text,
            Html = line.Text?.Contains('<', StringComparison.Ordinal) == true ? SafeHtml.Clean(line.Text, url) : null,
            PublishedAt = published ?? now,
            PublishedAtOrigin = published is null ? DateOrigin.Fetched : DateOrigin.Item,
            DiscoveredAt = now,
            Source = new ArticleSource { FeedId = Feed.IdFrom("import:" + source), Name = source },
            NeverAlert = true,
        };
    }
}

/// <summary>What became of the lines of an archive.</summary>
/// <param name="Added">New articles.</param>
/// <param name="Known">Articles that are there already.</param>
/// <param name="Bad">Lines that are no article: no JSON, no web address or no title.</param>
internal sealed record ImportCount(int Added, int Known, int Bad)
{
    public static ImportCount operator +(ImportCount one, ImportCount other) => new(one.Added + other.Added, one.Known + other.Known, one.Bad + other.Bad);
}
