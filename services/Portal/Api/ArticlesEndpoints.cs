using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Monitoring.ArticleIndex;
using Monitoring.Portal.Language;
using Monitoring.Portal.Search;

namespace Monitoring.Portal.Api;

internal static class ArticlesEndpoints
{
    private const string Path = "/api/v1/articles";

    public static void MapArticleSearch(this IEndpointRouteBuilder api)
    {
        api.MapGet("/articles", SearchAsync).WithSummary("Find articles").WithTags("Articles")
            .WithDescription("The same parameters as the search page: what a page shows, its address gives here as data. Newest first unless sort=best.")
            .Produces<ArticleList>(StatusCodes.Status200OK, "application/json", "application/x-ndjson", "text/csv")
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/articles/{id}", GetAsync).WithSummary("One article with its whole text").WithTags("Articles")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> SearchAsync(
        [AsParameters] SearchParameters parameters, HttpRequest request, IArticleSearch index, IOptions<PortalOptions> options, Words words, CancellationToken cancel)
    {
        var (address, problems) = AddressReader.Read(parameters, groupsByDefault: false);
        if (Wrong(request, problems, words) is { Count: > 0 } wrong)
        {
            return TypedResults.ValidationProblem(wrong, detail: wrong.First().Value[0]);
        }

        if (AnswerFormat.Of(parameters.Format, request) is not "json" and { } format)
        {
            return await ExportAsync(index, address, format, options.Value.ExportLimit, cancel);
        }

        var page = await index.SearchAsync(address.ToRequest() with { Highlight = true }, cancel);
        return page.Problem is { } problem
            ? QueryTrouble.Of(problem)
            : JsonAnswer.Fresh(new ArticleList
            {
                Total = page.Total,
                Items = [.. page.Items.Select(ArticleJson.Of)],
                Next = page.Next is { } next ? (address with { Cursor = next }).At(Path, groupsByDefault: false) : null,
            });
    }

    private static async Task<IResult> ExportAsync(IArticleSearch index, SearchAddress address, string format, int limit, CancellationToken cancel)
    {
        var probe = await index.SearchAsync(address.ToRequest() with { PageSize = 1 }, cancel);
        return probe.Problem is { } problem ? QueryTrouble.Of(problem) : new ArticleExport(index, address.ToRequest(), format, limit);
    }

    private static async Task<Results<JsonAnswer<ArticleJson>, ProblemHttpResult>> GetAsync(string id, IArticleSearch index, Words words, CancellationToken cancel) =>
        await index.GetAsync(id, cancel) is { } document
            ? JsonAnswer.Fresh(ArticleJson.Of(document) with { Text = document.Article.Text })
            : TypedResults.Problem(title: words["trouble.article"], detail: words["trouble.article.text"], statusCode: StatusCodes.Status404NotFound);

    // A misspelt parameter would widen the search silently.
    private static Dictionary<string, string[]> Wrong(HttpRequest request, IReadOnlyList<ParameterProblem> problems, Words words) =>
        request.Query.Keys.Where(name => !SearchParameters.Names.Contains(name.ToLowerInvariant()))
            .Select(name => (Name: name, Text: words.Say("trouble.parameter", name, string.Join(", ", SearchParameters.Names))))
            .Concat(AnswerFormat.Of(request.Query["format"], request) is null ? [(Name: "format", Text: words.Say("trouble.format", request.Query["format"].ToString()))] : [])
            .Concat(problems.Select(problem => (problem.Name, Text: problem.In(words))))
            .GroupBy(each => each.Name)
            .ToDictionary(group => group.Key, group => group.Select(each => each.Text).ToArray());
}
