using Monitoring.ArticleIndex;

namespace Monitoring.Portal.Search;

/// <summary>
/// A search with counts that tell what a link leads to: the values of one filter are joined by OR, so the counts of a filter
/// that is in use are those of the search without it.
/// </summary>
internal sealed class FacetedSearch(IArticleSearch index)
{
    private static readonly (SearchFacet Facet, Filter Filter)[] s_filters =
    [
        (SearchFacet.Country, Filter.Country), (SearchFacet.Role, Filter.Role), (SearchFacet.Theme, Filter.Theme),
        (SearchFacet.Language, Filter.Language), (SearchFacet.Source, Filter.Source),
    ];

    public async Task<SearchPage> RunAsync(SearchAddress address, CancellationToken cancel)
    {
        var reduced = s_filters.Where(each => address.Values(each.Filter).Count > 0)
            .ToDictionary(each => each.Facet, each => address.Without(each.Filter));
        if (address.From is not null || address.To is not null)
        {
            reduced[SearchFacet.Month] = address.Between(null, null);
        }

        var main = await index.SearchAsync(
            address.ToRequest() with
            {
                Highlight = true,
                Facets = [.. Enum.GetValues<SearchFacet>().Where(facet => !reduced.ContainsKey(facet))],
                Histogram = HistogramInterval.Day,
            },
            cancel);
        if (main.Problem is not null)
        {
            return main;
        }

        var facets = new Dictionary<SearchFacet, IReadOnlyList<FacetValue>>(main.Facets);
        foreach (var (facet, without) in reduced)
        {
            var request = without.ToRequest() with { Cursor = null, PageSize = 1, GroupByStory = false, Facets = [facet] };
            var counted = await index.SearchAsync(request, cancel);
            facets[facet] = counted.Facets.GetValueOrDefault(facet) ?? [];
        }

        return main with { Facets = facets };
    }
}
