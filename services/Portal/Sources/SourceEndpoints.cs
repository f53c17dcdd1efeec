using Monitoring.ArticleIndex;
using Monitoring.Contracts;
using Monitoring.Portal.Access;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Sources;

internal static class SourceEndpoints
{
    private const int LastItems = 20;

    public static void MapSources(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sources", async (string? health, string? q, int? page, SourceList list, CancellationToken cancel) =>
            View.Of<SourcesPage>(await list.ReadAsync(health, q, page ?? 1, cancel)));
        pages.MapGet("/sources/{id:length(16)}", ShowAsync);
        pages.MapGet("/sources/{id:length(16)}/delete", ConfirmAsync).Needs(Right.Feeds);
    }

    private static async Task<IResult> ShowAsync(string id, string? done, FeedRequests feeds, SourceStore kept, IArticleSearch index, CancellationToken cancel) =>
        await ReadAsync(id, feeds, kept, index, cancel) is { } model ? View.Of<SourcePage>(model with { Done = done }) : Troubles.Missing("trouble.feed");

    private static async Task<IResult> ConfirmAsync(string id, FeedRequests feeds, CancellationToken cancel) =>
        await feeds.FindAsync(id, cancel) is { } feed ? View.Of<DeleteSourcePage>(feed) : Troubles.Missing("trouble.feed");

    internal static async Task<SourceModel?> ReadAsync(string id, FeedRequests feeds, SourceStore kept, IArticleSearch index, CancellationToken cancel)
    {
        FeedOverview? feed = null;
        var isSilent = false;
        try
        {
            feed = await feeds.FindAsync(id, cancel);
        }
        catch (SilentServiceException)
        {
            isSilent = true;
        }

        var last = await kept.FindAsync(id, cancel);
        var line = feed is not null ? SourceLine.Of(feed) : isSilent && last is not null ? SourceLine.Of(last) : null;
        return line is null ? null : new SourceModel { Line = line, Feed = feed, IsSilent = isSilent, Last = last, Articles = await ArticlesAsync(id, index, cancel) };
    }

    private static async Task<SearchPage?> ArticlesAsync(string id, IArticleSearch index, CancellationToken cancel)
    {
        try
        {
            return await index.SearchAsync(new() { SourceIds = [id], IncludeIrrelevant = true, PageSize = LastItems }, cancel);
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }
}
