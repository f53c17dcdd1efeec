using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Monitoring.FeedIngestor.Discovery;

/// <summary>Finds what a page says about its feeds.</summary>
internal static class PageLinks
{
    private const int Most = 10;

    private static readonly string[] s_types =
        ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/json", "application/xml", "text/xml"];

    private static readonly string[] s_words = ["/rss", "/feed", "/atom", "rss.xml", "feed.xml", "atom.xml", "index.xml", ".rss", ".atom", "format=rss", "feed=rss", "feed.json"];

    /// <summary>Where sites keep their feed when their pages do not say so.</summary>
    public static readonly string[] UsualPaths = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds/posts/default", "/feed.json"];

    /// <summary>Addresses that the page names, the declared ones first.</summary>
    public static IReadOnlyList<Uri> Find(string page, Uri address)
    {
        using var document = HtmlPage.Parse(page);
        if (document is null)
        {
            return [];
        }

        var root = document.QuerySelector("base[href]")?.GetAttribute("href") is { } given && Uri.TryCreate(address, given, out var stated) ? stated : address;
        var declared = document.QuerySelectorAll("link[rel][href]").Where(IsFeedLink).Select(link => link.GetAttribute("href"));
        var linked = document.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>().Select(anchor => anchor.GetAttribute("href")).Where(LooksLikeFeed);
        return [.. declared.Concat(linked).Select(href => Absolute(root, href)).OfType<Uri>().DistinctBy(found => found.AbsoluteUri).Take(Most)];
    }

    private static bool IsFeedLink(IElement link)
    {
        var relations = link.GetAttribute("rel")!.ToLowerInvariant().Split(' ', '\t', '\n');
        var type = link.GetAttribute("type")?.Split(';')[0].Trim().ToLowerInvariant();
        return relations.Contains("feed") || (relations.Contains("alternate") && type is not null && s_types.Contains(type));
    }

    private static bool LooksLikeFeed(string? href) => href is not null && s_words.Any(word => href.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static Uri? Absolute(Uri root, string? href) =>
        Uri.TryCreate(root, href?.Trim(), out var found) && found.Scheme is "http" or "https" && found.UserInfo.Length == 0 ? found : null;
}
