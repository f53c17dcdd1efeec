using Monitoring.ArticleIndex;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Topics;

internal static class TopicEndpoints
{
    private const int UsualWindow = 30;

    public static void MapTopics(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/countries", ListCountriesAsync);
        pages.MapGet("/themes", ListThemesAsync);
        pages.MapGet("/countries/{id}", (string id, int? days, TopicReport report, HttpRequest request, CancellationToken cancel) => ShowAsync(TopicKind.Country, id, days, report, request, cancel));
        pages.MapGet("/themes/{id}", (string id, int? days, TopicReport report, HttpRequest request, CancellationToken cancel) => ShowAsync(TopicKind.Theme, id, days, report, request, cancel));
        pages.MapGet("/regions/{id}", (string id, int? days, TopicReport report, HttpRequest request, CancellationToken cancel) => ShowAsync(TopicKind.Region, id, days, report, request, cancel));
    }

    private static async Task<IResult> ShowAsync(TopicKind kind, string id, int? days, TopicReport report, HttpRequest request, CancellationToken cancel)
    {
        if (Topic.Find(kind, id) is not { } topic)
        {
            return Troubles.Missing("trouble.topic");
        }

        // One address per page: what is shared and cached does not depend on how it was typed.
        return topic.Id == id
            ? View.Of<TopicPage>(await report.WriteAsync(topic, TopicModel.Windows.Contains(days ?? 0) ? days!.Value : UsualWindow, cancel))
            : TypedResults.LocalRedirect(topic.Href + request.QueryString, permanent: true);
    }

    private static Task<IResult> ListCountriesAsync(IArticleSearch index, TimeProvider clock, CancellationToken cancel) =>
        ListAsync<CountriesPage>(SearchFacet.Country, index, clock, cancel);

    private static Task<IResult> ListThemesAsync(IArticleSearch index, TimeProvider clock, CancellationToken cancel) =>
        ListAsync<ThemesPage>(SearchFacet.Theme, index, clock, cancel);

    private static async Task<IResult> ListAsync<TPage>(SearchFacet facet, IArticleSearch index, TimeProvider clock, CancellationToken cancel)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var page = await index.SearchAsync(new() { From = clock.GetUtcNow().AddDays(-UsualWindow), PageSize = 1, Facets = [facet], FacetSize = 500 }, cancel);
        return View.Of<TPage>((page.Facets.GetValueOrDefault(facet) ?? []).ToDictionary(value => value.Value, value => value.Count));
    }
}
