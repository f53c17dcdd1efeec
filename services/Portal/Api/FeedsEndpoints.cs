using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Monitoring.Contracts;
using Monitoring.Portal.Access;
using Monitoring.Portal.Language;
using Monitoring.Portal.Sources;
using Monitoring.Portal.Sources.Managing;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Api;

/// <summary>Feeds for programs: the same as the pages of sources.</summary>
internal static class FeedsEndpoints
{
    private const string Tag = "Feeds";
    private const string Path = "/api/v1/feeds/";

    public static void MapFeedsApi(this IEndpointRouteBuilder api)
    {
        var feeds = api.MapGroup("/feeds").WithTags(Tag).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        feeds.MapGet("", ListAsync).WithSummary("Feeds and how they fare, in the order of their titles");
        feeds.MapGet("/{id:length(16)}", GetAsync).WithSummary("One feed").ProducesProblem(StatusCodes.Status404NotFound);
        var changes = feeds.MapGroup("").Needs(Right.Feeds).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        changes.MapPost("", AddAsync).WithSummary("Follow a feed")
            .WithDescription("By its own address or by that of a page that links to it; the publisher is asked, which can take a minute. A page that names several feeds gives 422 with them as `candidates`.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        changes.MapPatch("/{id:length(16)}", ChangeAsync).WithSummary("Change settings, pause or resume")
            .WithDescription("A JSON merge patch (RFC 7396): what it names is set, null unsets, everything else stays.")
            .Accepts<FeedPatch>("application/merge-patch+json", "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        changes.MapDelete("/{id:length(16)}", DeleteAsync).WithSummary("Follow a feed no more; its articles stay").ProducesProblem(StatusCodes.Status404NotFound);
        changes.MapPost("/{id:length(16)}/poll", PollAsync).WithSummary("Poll a feed as soon as its host's turn comes").ProducesProblem(StatusCodes.Status404NotFound);
        changes.MapGet("/opml", ExportAsync).WithSummary("All feeds as OPML 2.0").Produces<string>(StatusCodes.Status200OK, "text/x-opml");
        changes.MapPost("/opml", ImportAsync).WithSummary("Follow the feeds of an OPML list of at most 5 MB").Takes(OpmlUpload.MostRequestBytes)
            .Accepts<string>("text/x-opml", "application/xml", "text/xml");
    }

    private static async Task<JsonAnswer<FeedPage>> ListAsync([AsParameters] FeedQuestion question, FeedRequests feeds, CancellationToken cancel)
    {
        var list = await feeds.ListAsync(new ListFeeds { Search = question.Search, Health = question.Health, Skip = question.Skip ?? 0, Take = question.Take ?? 100 }, cancel);
        return JsonAnswer.Fresh(new FeedPage(list.Total, [.. list.Feeds.Select(FeedJson.Of)], list.Healths));
    }

    private static async Task<Results<JsonAnswer<FeedJson>, ProblemHttpResult>> GetAsync(string id, FeedRequests feeds, Words words, CancellationToken cancel) =>
        await feeds.FindAsync(id, cancel) is { } feed ? JsonAnswer.Fresh(FeedJson.Of(feed)) : Unknown(words);

    private static async Task<Results<Created<FeedJson>, Ok<FeedJson>, ProblemHttpResult>> AddAsync(NewFeed feed, FeedRequests feeds, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(feed.Address) || feed.Address.Length > FeedSettingsForm.LongestAddress)
        {
            return Wrong("Give an address of at most 2,048 characters.");
        }

        var added = await feeds.AddAsync(new AddFeed { Address = feed.Address, Unchecked = feed.Unchecked }, cancel);
        return added.Feed switch
        {
            { } known when added.WasKnown => TypedResults.Ok(FeedJson.Of(known)),
            { } fresh => TypedResults.Created(Path + fresh.FeedId, FeedJson.Of(fresh)),
            _ => Wrong(added.Problem ?? "The page names several feeds: choose one.", added.Candidates),
        };
    }

    private static async Task<Results<Ok<FeedJson>, ProblemHttpResult>> ChangeAsync(string id, HttpRequest request, FeedRequests feeds, Words words, CancellationToken cancel)
    {
        if (await feeds.FindAsync(id, cancel) is not { } feed)
        {
            return Unknown(words);
        }

        if (Patched(FeedPatch.Of(feed), await JsonNode.ParseAsync(request.Body, cancellationToken: cancel) as JsonObject) is not { } patch)
        {
            return Wrong("Send an object with the fields title, country, language, kind, intervalMinutes, fullText, trusted and paused.");
        }

        if (patch.Problem is { } problem)
        {
            return Wrong(words[problem]);
        }

        if (patch.Paused != (feed.Health == "paused"))
        {
            await feeds.ChangeAsync(id, patch.Paused ? FeedChange.Pause : FeedChange.Resume, cancel);
        }

        var changed = await feeds.SetAsync(id, patch.Over(feed.Settings), cancel);
        return changed.Feed is { } now ? TypedResults.Ok(FeedJson.Of(now)) : Wrong(changed.Problem ?? "");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string id, FeedRequests feeds, Words words, CancellationToken cancel) =>
        (await feeds.ChangeAsync(id, FeedChange.Delete, cancel)).Problem is null ? TypedResults.NoContent() : Unknown(words);

    private static async Task<Results<Accepted<FeedJson>, ProblemHttpResult>> PollAsync(string id, FeedRequests feeds, Words words, CancellationToken cancel) =>
        (await feeds.ChangeAsync(id, FeedChange.PollNow, cancel)).Feed is { } feed ? TypedResults.Accepted(Path + id, FeedJson.Of(feed)) : Unknown(words);

    private static async Task<ContentHttpResult> ExportAsync(FeedRequests feeds, CancellationToken cancel) =>
        TypedResults.Text(await feeds.ExportAsync(cancel), "text/x-opml; charset=utf-8");

    private static async Task<Ok<FeedsImported>> ImportAsync(HttpRequest request, FeedRequests feeds, CancellationToken cancel) =>
        TypedResults.Ok(await feeds.ImportAsync(await OpmlUpload.ReadAsync(request.Body, cancel), cancel));

    private static FeedPatch? Patched(FeedPatch before, JsonObject? patch)
    {
        if (patch is null)
        {
            return null;
        }

        try
        {
            var whole = JsonSerializer.SerializeToNode(before, FeedPatch.Options)!.AsObject();
            foreach (var (name, value) in patch)
            {
                whole[name] = value?.DeepClone();
            }

            return whole.Deserialize<FeedPatch>(FeedPatch.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ProblemHttpResult Unknown(Words words) =>
        TypedResults.Problem(title: words["trouble.feed"], detail: words["trouble.feed.text"], statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult Wrong(string detail, IReadOnlyList<FeedCandidate>? candidates = null) => TypedResults.Problem(
        detail: detail,
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: candidates is { Count: > 0 } ? new Dictionary<string, object?> { ["candidates"] = candidates } : null);
}
