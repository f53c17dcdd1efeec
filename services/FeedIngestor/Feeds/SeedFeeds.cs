using Microsoft.Extensions.Options;
using Monitoring.FeedIngestor.Sample;
using Monitoring.Hosting.Startup;

namespace Monitoring.FeedIngestor.Feeds;

/// <summary>Adds the feeds of the configured list before polling begins; a list that cannot be read stops the start.</summary>
internal sealed partial class SeedFeeds(
    FeedStore store, IOptions<FeedOptions> options, IOptions<SampleOptions> sample, IServiceProvider services, ILogger<SeedFeeds> log) : IHostedLifecycleService
{
    public static string DefaultList => Path.Combine(AppContext.BaseDirectory, "Feeds", "default-feeds.opml");

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var path = sample.Value.Enabled ? SampleFeeds.List : options.Value.Opml ?? DefaultList;
        var feeds = sample.Value.Enabled ? services.GetRequiredService<SampleFeeds>().Feeds : Read(path);
        var added = await store.AddAsync(feeds, cancellationToken);
        if (added > 0)
        {
            LogAdded(added, path);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IReadOnlyList<OpmlFeed> Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Opml.Read(file, path);
        }
        catch (OpmlException broken)
        {
            throw new StartupException($"Cannot start: {broken.Message} Correct the file, or set Feeds__Opml to another.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"Cannot start: the feed list {path} cannot be read: {failure.Message} Set Feeds__Opml to another.");
        }
    }

    [LoggerMessage(LogLevel.Information, "{Added} feeds added from {Path}")]
    private partial void LogAdded(int added, string path);
}
