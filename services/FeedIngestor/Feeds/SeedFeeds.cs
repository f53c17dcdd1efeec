namespace Monitoring.FeedIngestor.Feeds;

/// <summary>Adds the feeds of the configured list before polling begins; what is known of a feed already is left alone.</summary>
internal sealed partial class SeedFeeds(FeedStore store, StartList list, ILogger<SeedFeeds> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var added = await store.AddAsync(list.Feeds, cancellationToken);
        if (added > 0)
        {
            LogAdded(added, list.Name);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "{Added} feeds added from {Name}")]
    private partial void LogAdded(int added, string name);
}
