using Monitoring.ArticleIndex;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Sources;

internal static class SourceEndpoints
{
    private static readonly TimeSpan s_counted = TimeSpan.FromDays(30);

    public static void MapSources(this IEndpointRouteBuilder pages) => pages.MapGet("/sources", ShowAsync);

    private static async Task<IResult> ShowAsync(
        string? health, SourceStore store, IArticleSearch index, FeedProgressReader progress, TimeProvider clock, CancellationToken cancel)
    {
        var counts = await CountAsync(index, clock.GetUtcNow() - s_counted, cancel);
        var model = new SourcesModel(await store.AllAsync(cancel), counts, health, await progress.ReadAsync(counts?.Count ?? 1, cancel));
        return View.Of<SourcesPage>(model);
    }

    /// <summary>Relevant articles by feed; null when the index does not answer, which is no reason to hide how feeds fare.</summary>
    private static async Task<IReadOnlyDictionary<string, long>?> CountAsync(IArticleSearch index, DateTimeOffset from, CancellationToken cancel)
    {
        try
        {
            var page = await index.SearchAsync(new() { From = from, PageSize = 1, Facets = [SearchFacet.Source], FacetSize = 500 }, cancel);
            return page.Facets.GetValueOrDefault(SearchFacet.Source)?.ToDictionary(value => value.Value, value => value.Count);
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }
}
