using Monitoring.ArticleIndex;
using Monitoring.Portal.Topics;

namespace Monitoring.Portal.Compare;

/// <summary>Counts topics over the same days, as parts of all articles.</summary>
internal sealed class Comparer(IArticleSearch index, TimeProvider clock)
{
    // A week evens out that little is published on Sundays.
    private const int Smoothing = 7;

    // Of fewer articles one is a peak.
    private const int LeastArticles = 20;

    public async Task<Comparison> CompareAsync(IReadOnlyList<Topic> topics, int days, CancellationToken cancel)
    {
        var today = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var from = today.AddDays(-days + 1);
        var all = await CountAsync(new SearchRequest(), from, days, cancel);
        var before = await index.CountAsync(new() { From = from.AddDays(-days), To = from }, cancel);
        var compared = new List<ComparedTopic>();
        foreach (var topic in topics)
        {
            var request = topic.Search.ToRequest();
            var page = await index.SearchAsync(request with { From = from, PageSize = 1, Facets = [SearchFacet.Theme, SearchFacet.Country], FacetSize = 30 }, cancel);
            var counts = await CountAsync(request with { GroupByStory = false }, from, days, cancel);
            var change = new Change(page.Total, all.Sum(), await index.CountAsync(request with { From = from.AddDays(-days), To = from }, cancel), before);
            compared.Add(new(topic, page, change, Shares(counts, all)));
        }

        return new Comparison { Days = days, From = from, Topics = compared };
    }

    public static IReadOnlyList<double?> Shares(long[] counts, long[] all) =>
    [
        .. Enumerable.Range(0, counts.Length).Select(day =>
        {
            var window = Math.Max(0, day - Smoothing + 1)..(day + 1);
            var sum = all[window].Sum();
            return sum < LeastArticles ? (double?)null : (double)counts[window].Sum() / sum;
        }),
    ];

    private async Task<long[]> CountAsync(SearchRequest request, DateTimeOffset from, int days, CancellationToken cancel)
    {
        var page = await index.SearchAsync(request with { From = from, PageSize = 1, Histogram = HistogramInterval.Day }, cancel);
        var counts = new long[days];
        foreach (var bucket in page.Histogram)
        {
            var day = (int)(bucket.Start - from).TotalDays;
            if (day >= 0 && day < days)
            {
                counts[day] = bucket.Count;
            }
        }

        return counts;
    }
}
