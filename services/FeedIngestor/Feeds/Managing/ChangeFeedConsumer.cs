using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Feeds.Managing;

/// <summary>Pauses, resumes, polls or drops a feed.</summary>
internal sealed partial class ChangeFeedConsumer(FeedCatalog catalog, ILogger<ChangeFeedConsumer> log) : IConsumer<ChangeFeed>
{
    public async Task Consume(ConsumeContext<ChangeFeed> context)
    {
        var (feedId, change) = (context.Message.FeedId, context.Message.Change);
        if (!Enum.IsDefined(change) || await catalog.FindAsync(feedId, context.CancellationToken) is null)
        {
            await context.RespondAsync(new FeedChanged { Problem = Enum.IsDefined(change) ? "There is no such feed." : "There is no such change." });
            return;
        }

        await catalog.ChangeAsync(feedId, change, context.CancellationToken);
        LogChanged(feedId, change);
        if (change == FeedChange.Delete)
        {
            await context.Publish(new FeedRemoved { FeedId = feedId });
        }

        await context.RespondAsync(new FeedChanged { Feed = await catalog.FindAsync(feedId, context.CancellationToken) });
    }

    [LoggerMessage(LogLevel.Information, "Feed {FeedId}: {Change}")]
    private partial void LogChanged(string feedId, FeedChange change);
}
