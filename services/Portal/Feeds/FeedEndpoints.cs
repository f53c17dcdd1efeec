using Microsoft.Extensions.Options;
using Monitoring.ArticleIndex;
using Monitoring.Portal.Api;
using Monitoring.Portal.Language;
using Monitoring.Portal.Search;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Feeds;

/// <summary>Any search as a feed that a feed reader follows.</summary>
internal static class FeedEndpoints
{
    private const int Entries = 50;

    private static readonly Dictionary<string, (string Type, Func<SearchFeed, byte[]> Write)> s_formats = new()
    {
        ["atom"] = ("application/atom+xml; charset=utf-8", FeedWriters.Atom),
        ["rss"] = ("application/rss+xml; charset=utf-8", FeedWriters.Rss),
        ["json"] = ("application/feed+json; charset=utf-8", FeedWriters.Json),
    };

    public static void MapFeeds(this IEndpointRouteBuilder pages) => pages.MapGet("/feeds/search.{format}", GetAsync);

    private static async Task<IResult> GetAsync(
        string format, [AsParameters] SearchParameters parameters, HttpRequest request, IArticleSearch index, IOptions<PortalOptions> options, Words words, CancellationToken cancel)
    {
        if (!s_formats.TryGetValue(format, out var writer))
        {
            return Troubles.Missing("trouble.missing");
        }

        var (address, problems) = AddressReader.Read(parameters, groupsByDefault: true);
        address = address with { Sort = SearchSort.Newest, Size = Entries, Cursor = null };
        var page = await index.SearchAsync(address.ToRequest() with { Highlight = true }, cancel);
        if (page.Problem is { } problem)
        {
            return QueryTrouble.Of(problem);
        }

        if (problems.Count > 0)
        {
            return TypedResults.Problem(detail: problems[0].In(words), statusCode: StatusCodes.Status400BadRequest);
        }

        var shown = address with { Size = SearchAddress.DefaultSize };
        var root = options.Value.PublicAddress?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        var feed = new SearchFeed(
            Title(shown, words),
            root + shown.At("/feeds/search." + format),
            root + shown.At(),
            page.Items.Select(item => item.Document.FirstIndexedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            [.. page.Items.Select(item => FeedEntry.Of(item, root, words))]);
        return new TaggedBytes(writer.Write(feed), writer.Type, "public, max-age=300");
    }

    private static string Title(SearchAddress address, Words words)
    {
        var parts = address.Filters.Select(filter => FacetList.Label(filter.Kind, filter.Value, null, words));
        return string.Join(" · ", [words["name"], .. address.Query.Length > 0 ? [address.Query] : Array.Empty<string>(), .. parts]);
    }
}
