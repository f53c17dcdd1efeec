using Monitoring.ArticleIndex;

namespace Monitoring.Portal.Topics;

/// <summary>What gets more attention than usual: one day against the fourteen before.</summary>
internal sealed class Rising(IArticleSearch index, TimeProvider clock)
{
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);
    public static readonly TimeSpan Baseline = TimeSpan.FromDays(14);

    // Fewer days say nothing about what is usual, fewer articles nothing about what is more.
    private const int LeastDays = 7;
    private const int LeastArticles = 3;
    private const double LeastSurprise = 1;

    /// <summary>The most surprising first; null when there is too little history.</summary>
    public async Task<IReadOnlyList<(Topic Topic, Change Change)>?> FindAsync(int count, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var facets = new[] { SearchFacet.Country, SearchFacet.Theme };
        var before = await index.SearchAsync(
            new() { From = now - Day - Baseline, To = now - Day, PageSize = 1, Facets = facets, FacetSize = 500, Histogram = HistogramInterval.Day }, cancel);
        if (before.Histogram.Count(bucket => bucket.Count > 0) < LeastDays)
        {
            return null;
        }

        var today = await index.SearchAsync(new() { From = now - Day, PageSize = 1, Facets = facets, FacetSize = 500 }, cancel);
        return
        [
            .. Changes(SearchFacet.Country, TopicKind.Country, today, before).Concat(Changes(SearchFacet.Theme, TopicKind.Theme, today, before))
                .Where(each => each.Change.Now >= LeastArticles && each.Change.Surprise >= LeastSurprise)
                .OrderByDescending(each => each.Change.Surprise)
                .Take(count),
        ];
    }

    private static IEnumerable<(Topic Topic, Change Change)> Changes(SearchFacet facet, TopicKind kind, SearchPage today, SearchPage before)
    {
        var usual = before.Facets.GetValueOrDefault(facet)?.ToDictionary(value => value.Value, value => value.Count) ?? [];
        return (today.Facets.GetValueOrDefault(facet) ?? [])
            .Select(value => (new Topic(kind, value.Value), new Change(value.Count, today.Total, usual.GetValueOrDefault(value.Value), before.Total)));
    }
}
