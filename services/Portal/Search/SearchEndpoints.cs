using Monitoring.Portal.Language;
using Monitoring.Portal.Sources;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Search;

internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder pages) => pages.MapGet("/search", ShowAsync);

    private static async Task<IResult> ShowAsync(
        [AsParameters] SearchParameters parameters, FacetedSearch search, FeedProgressReader progress, Words words, CancellationToken cancel)
    {
        var (address, problems) = AddressReader.Read(parameters, groupsByDefault: true);
        var page = await search.RunAsync(address, cancel);
        var model = new ResultsModel
        {
            Address = address,
            Page = page,
            Problems = problems,
            Facets = FacetList.Of(address, page, words),
            Bars = Timeline.Fold(page.Histogram),
            Progress = await progress.ReadAsync(page.Total, cancel),
        };
        var isWrong = page.Problem is not null || problems.Count > 0;
        return View.Of<ResultsPage>(model, isWrong ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }
}
