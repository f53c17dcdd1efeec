using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Monitoring.FeedIngestor.Parsing.Html;
using Monitoring.Hosting.Startup;

namespace Monitoring.FeedIngestor.Sample;

/// <summary>Serves the sample feeds and a page for each of their items on loopback, so that they take the path that every feed takes.</summary>
internal sealed class SampleFeedServer(SampleFeeds sample, IOptions<SampleOptions> options) : IHostedService, IAsyncDisposable
{
    private WebApplication? _server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Value.Port}");
        _server = builder.Build();
        _server.MapGet("/feeds/{name}", Feed);
        _server.MapGet("/{**path}", Page);
        try
        {
            await _server.StartAsync(cancellationToken);
        }
        catch (IOException busy)
        {
            throw new StartupException($"Cannot start: the sample feeds need port {options.Value.Port}: {busy.Message} Set Sample__Port to another.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private IResult Feed(string name) => sample.File(name) is { } body
        // No charset: the document's own declaration decides, as with most feeds.
        ? Results.Bytes(body, Path.GetExtension(name) == ".json" ? "application/feed+json" : "application/xml")
        : Results.NotFound();

    private IResult Page(HttpContext context)
    {
        if (sample.Page(context.Request.Path) is not { } item)
        {
            return Results.NotFound();
        }

        var title = WebUtility.HtmlEncode(item.Title);
        var text = SafeHtml.Clean(item.Content ?? item.Summary ?? "", item.BaseAddress);
        var page = $"""
            <!doctype html><html lang="{WebUtility.HtmlEncode(item.Language ?? "en")}"><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
            <body style="font:1.1rem/1.6 serif;max-width:40rem;margin:3rem auto;padding:0 1rem">
            <p><em>A page of the sample feeds that come with the sovereign-AI news monitor.</em></p>
            <h1 dir="auto">{title}</h1><div dir="auto">{text}</div>
            """;
        return Results.Content(page, "text/html", Encoding.UTF8);
    }
}
