using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using Monitoring.Contracts;
using Monitoring.FeedIngestor.Articles.Importing;
using Monitoring.FeedIngestor.Feeds.Managing;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary>What commands on this machine ask of the running process. Nobody else: not other machines, not pages in a browser.</summary>
internal static class CommandEndpoints
{
    /// <summary>A browser sends no such header to a foreign address without asking first, and is not answered then.</summary>
    public const string Header = "X-Monitoring-Command";

    public const string Root = "/commands/feed-ingestor";
    public const string Feeds = Root + "/feeds";
    public const string Articles = Root + "/articles";

    public static void MapCommands(this WebApplication app)
    {
        var commands = app.MapGroup(Root).AddEndpointFilter(OnlyCommandsAsync).ExcludeFromDescription();
        commands.MapGet("", Folder);
        commands.MapPost("/feeds", ImportFeedsAsync);
        commands.MapPost("/articles", ImportArticlesAsync);
    }

    private static ContentHttpResult Folder(IConfiguration configuration) => TypedResults.Text(StorageOptions.From(configuration).Directory);

    private static async Task<Ok<FeedsImported>> ImportFeedsAsync(FeedsToImport body, FeedImporter importer, CancellationToken cancel) =>
        TypedResults.Ok(await importer.ImportAsync(body.Opml, cancel));

    private static async Task<Ok<ImportCount>> ImportArticlesAsync(ArticlesToImport body, ArticleImporter importer, CancellationToken cancel) =>
        TypedResults.Ok(await importer.ImportAsync(body.Lines, cancel));

    private static async ValueTask<object?> OnlyCommandsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var isHere = http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && !http.Request.Headers.ContainsKey("X-Forwarded-For");
        // A name that leads to loopback is a page's trick; commands use the address.
        var isNamed = IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host);
        return isHere && (isNamed || http.Request.Host.Host == "localhost") && http.Request.Headers.ContainsKey(Header) ? await next(context) : TypedResults.NotFound();
    }
}

internal sealed record FeedsToImport(string Opml);

internal sealed record ArticlesToImport(IReadOnlyList<string> Lines);
