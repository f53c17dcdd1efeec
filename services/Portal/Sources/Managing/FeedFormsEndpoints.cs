using Monitoring.ArticleIndex;
using Monitoring.Contracts;
using Monitoring.Portal.Access;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Sources.Managing;

/// <summary>The forms that change feeds.</summary>
internal static class FeedFormsEndpoints
{
    private static readonly Dictionary<string, FeedChange> s_changes = new()
    {
        ["pause"] = FeedChange.Pause,
        ["resume"] = FeedChange.Resume,
        ["poll"] = FeedChange.PollNow,
        ["delete"] = FeedChange.Delete,
    };

    public static void MapFeedForms(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages().Needs(Right.Feeds);
        pages.MapGet("/sources/add", () => View.Of<AddSourcePage>(new AddSourceModel()));
        pages.MapGet("/sources/import", () => View.Of<ImportSourcesPage>(new ImportSourcesModel()));
        pages.MapGet("/sources/export.opml", ExportAsync);
        var forms = routes.MapForms().Needs(Right.Feeds);
        forms.MapPost("/sources/add", AddAsync);
        forms.MapPost("/sources/import", ImportAsync).Takes(OpmlUpload.MostRequestBytes);
        forms.MapPost("/sources/{id:length(16)}/settings", SetAsync);
        forms.MapPost("/sources/{id:length(16)}/{change}", ChangeAsync);
    }

    private static async Task<IResult> ExportAsync(FeedRequests feeds, HttpResponse response, CancellationToken cancel)
    {
        var opml = await feeds.ExportAsync(cancel);
        response.Headers.ContentDisposition = "attachment; filename=feeds.opml";
        return TypedResults.Text(opml, "text/x-opml; charset=utf-8");
    }

    private static async Task<IResult> AddAsync(HttpRequest request, FeedRequests feeds, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        var address = form["address"].ToString().Trim();
        var added = address.Length is 0 or > FeedSettingsForm.LongestAddress
            ? new FeedAdded()
            : await feeds.AddAsync(new AddFeed { Address = address, Unchecked = form["unchecked"] == "on" }, cancel);
        return added.Feed is { } feed
            ? new SeeOther($"/sources/{feed.FeedId}?done={(added.WasKnown ? "known" : "added")}")
            : View.Of<AddSourcePage>(new AddSourceModel { Address = address, Answer = added });
    }

    private static async Task<IResult> ImportAsync(HttpRequest request, FeedRequests feeds, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        var (opml, trouble) = await OpmlUpload.ReadAsync(form.Files.GetFile("file"), cancel);
        return View.Of<ImportSourcesPage>(opml is null ? new ImportSourcesModel { Trouble = trouble } : new ImportSourcesModel { Answer = await feeds.ImportAsync(opml, cancel) });
    }

    private static async Task<IResult> ChangeAsync(string id, string change, FeedRequests feeds, CancellationToken cancel)
    {
        if (!s_changes.TryGetValue(change, out var known))
        {
            return Troubles.Missing("trouble.missing");
        }

        var changed = await feeds.ChangeAsync(id, known, cancel);
        return changed.Problem is not null ? Troubles.Missing("trouble.feed") : new SeeOther(known == FeedChange.Delete ? "/sources?done=delete" : $"/sources/{id}?done={change}");
    }

    private static async Task<IResult> SetAsync(string id, HttpRequest request, FeedRequests feeds, SourceStore kept, IArticleSearch index, CancellationToken cancel)
    {
        if (await feeds.FindAsync(id, cancel) is not { } feed)
        {
            return Troubles.Missing("trouble.feed");
        }

        var (settings, problem) = FeedSettingsForm.Read(await request.ReadFormAsync(cancel), feed.Settings);
        var refusal = problem ?? (await feeds.SetAsync(id, settings, cancel)).Problem;
        return refusal is null
            ? new SeeOther($"/sources/{id}?done=settings")
            : View.Of<SourcePage>((await SourceEndpoints.ReadAsync(id, feeds, kept, index, cancel))! with { Problem = refusal });
    }
}
