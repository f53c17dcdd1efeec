using Monitoring.ArticleIndex;
using Monitoring.Portal.Corrections;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Articles;

internal static class ArticleEndpoints
{
    private const int MostOthers = 50;

    public static void MapArticles(this IEndpointRouteBuilder pages) => pages.MapGet("/articles/{id}", ShowAsync);

    private static async Task<IResult> ShowAsync(string id, string? kept, IArticleSearch index, CorrectionStore corrections, CancellationToken cancel)
    {
        if (await index.GetAsync(id, cancel) is not { } document)
        {
            return Troubles.Missing("trouble.article");
        }

        var story = await index.SearchAsync(
            new() { StoryIds = [document.StoryId], IncludeIrrelevant = true, PageSize = MostOthers + 1 }, cancel);
        return View.Of<ArticlePage>(new ArticleModel(document, [.. story.Items.Where(item => item.Document.Article.ArticleId != id)])
        {
            Corrections = await corrections.OfArticleAsync(id, cancel),
            Kept = kept == "1",
        });
    }
}
