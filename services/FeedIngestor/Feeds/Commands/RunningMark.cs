using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary>Leaves the address of the running process in the data folder, so that commands find it, whatever its port.</summary>
internal sealed class RunningMark(IServer server, IHostApplicationLifetime lifetime, IConfiguration configuration) : IHostedService
{
    private const string FileName = "feed-ingestor.address";

    /// <summary>The address that was left, on loopback; null when there is none.</summary>
    public static async Task<Uri?> ReadAsync(string folder, CancellationToken cancel)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) && Uri.TryCreate((await File.ReadAllTextAsync(file, cancel)).Trim(), UriKind.Absolute, out var address) && address.IsLoopback ? address : null;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Leave);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        File.Delete(Path.Combine(Folder, FileName));
        return Task.CompletedTask;
    }

    private string Folder => StorageOptions.From(configuration).Directory;

    private void Leave()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(each => each.StartsWith("http:", StringComparison.Ordinal));
        if (address is not null && Uri.TryCreate(address.Replace("://+", "://127.0.0.1", StringComparison.Ordinal).Replace("://*", "://127.0.0.1", StringComparison.Ordinal), UriKind.Absolute, out var uri))
        {
            // Whatever it listens on, it listens on loopback too, or the command goes to the store.
            File.WriteAllText(Path.Combine(Folder, FileName), new UriBuilder(uri) { Host = uri.IsLoopback ? uri.Host : "127.0.0.1" }.Uri.AbsoluteUri);
        }
    }
}
