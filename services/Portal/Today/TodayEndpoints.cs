using Monitoring.ArticleIndex;
using Monitoring.Portal.Search;
using Monitoring.Portal.Sources;
using Monitoring.Portal.Topics;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Today;

internal static class TodayEndpoints
{
    public static void MapToday(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/", async (int? days, TodayReport report, CancellationToken cancel) => View.Of<TodayPage>(await report.WriteAsync(days == 7 ? 7 : 1, cancel)));
}

/// <summary>Gathers what the first page shows.</summary>
internal sealed class TodayReport(IArticleSearch index, TopStories stories, Rising rising, FeedProgressReader progress, TimeProvider clock)
{
    private const int StoriesShown = 13;
    private const int RisingShown = 6;
    private const int TrendDays = 60;

    public async Task<TodayModel> WriteAsync(int days, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var request = new SearchRequest { From = now.AddDays(-days) };
        var page = await index.SearchAsync(
            request with { GroupByStory = true, PageSize = 1, Facets = [SearchFacet.Country, SearchFacet.Theme, SearchFacet.Source, SearchFacet.Language], FacetSize = 300 }, cancel);
        var trend = await index.SearchAsync(new() { From = now.AddDays(-TrendDays), PageSize = 1, Histogram = HistogramInterval.Day }, cancel);
        return new TodayModel
        {
            Now = now,
            Days = days,
            Page = page,
            Stories = await WithTextAsync(await stories.FindAsync(request, StoriesShown, cancel), cancel),
            Rising = await rising.FindAsync(RisingShown, cancel),
            Bars = Timeline.Fold(trend.Histogram),
            Progress = await progress.ReadAsync(page.Total, cancel),
        };
    }

    /// <summary>The first story leads the page, so it alone gets its first sentences.</summary>
    private async Task<IReadOnlyList<SearchItem>> WithTextAsync(IReadOnlyList<SearchItem> found, CancellationToken cancel)
    {
        if (found.Count == 0)
        {
            return found;
        }

        var first = found[0];
        var shown = await index.SearchAsync(new() { StoryIds = [first.Document.StoryId], Highlight = true, PageSize = SearchRequest.MaxPageSize }, cancel);
        var same = shown.Items.FirstOrDefault(item => item.Document.Article.ArticleId == first.Document.Article.ArticleId);
        return [first with { Snippets = same?.Snippets ?? [] }, .. found.Skip(1)];
    }
}
