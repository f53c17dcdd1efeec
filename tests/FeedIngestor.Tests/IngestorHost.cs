using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.FeedIngestor.Tests.Hostile;
using Monitoring.Hosting;

namespace Monitoring.FeedIngestor.Tests;

/// <summary>The whole service in this process, with a publisher on loopback as its only feed.</summary>
internal sealed class IngestorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private IngestorHost(WebApplication app, string folder) => (_app, Folder) = (app, folder);

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<IngestorHost> StartAsync(HostileServer publisher, CancellationToken cancel, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("monitoring-ingestor-").FullName;
        var opml = Path.Combine(folder, "feeds.opml");
        await File.WriteAllTextAsync(opml, $"<opml version=\"2.0\"><body><outline text=\"Gazette\" xmlUrl=\"{publisher.Address("/gazette")}\"/></body></opml>", cancel);
        var app = MonitoringHost.CreateSingleProcess([]).Add<FeedIngestorModule>().Build(
            [$"--Data:Directory={folder}", $"--Feeds:Opml={opml}", $"--Outbound:Allow={publisher.Authority}", "--Polling:HostPause=00:00:00", "--urls=http://127.0.0.1:0", .. settings]);
        await app.StartAsync(cancel);
        return new IngestorHost(app, folder);
    }

    public async Task<TAnswer> AskAsync<TQuestion, TAnswer>(TQuestion question, CancellationToken cancel)
        where TQuestion : class
        where TAnswer : class =>
        (await Services.GetRequiredService<IBus>().CreateRequestClient<TQuestion>(TimeSpan.FromSeconds(20)).GetResponse<TAnswer>(question, cancel)).Message;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
