using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Monitoring.EndToEnd.Tests;

/// <summary>A publisher on loopback: gives each document under its name, and the list of them as OPML.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly string _opml;

    private FeedServer(WebApplication server, string opml)
    {
        _server = server;
        _opml = opml;
    }

    /// <summary>What a service needs to know to poll this publisher, and nobody else.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Feeds__Opml"] = _opml,
        ["Outbound__Allow"] = Address.Authority,
        ["Polling__HostPause"] = "00:00:00",
    };

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<FeedServer> StartAsync(IReadOnlyDictionary<string, byte[]> documents, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.MapGet("/{name}", (string name) => documents.TryGetValue(name, out var body) ? Results.Bytes(body, "application/xml") : Results.NotFound());
        await server.StartAsync(cancel);

        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var outlines = documents.Keys.Select(name => $"<outline type=\"rss\" text=\"{name}\" xmlUrl=\"{address}/{name}\" />");
        var opml = Path.Combine(Directory.CreateTempSubdirectory("monitoring-opml-").FullName, "feeds.opml");
        await File.WriteAllTextAsync(opml, $"<opml version=\"2.0\"><body>{string.Concat(outlines)}</body></opml>", cancel);
        return new FeedServer(server, opml);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_opml)!, recursive: true);
    }
}
