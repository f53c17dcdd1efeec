using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Feeds.Managing;

/// <summary>Gives all feeds as a list that other readers understand.</summary>
internal sealed class ExportFeedsConsumer(FeedCatalog catalog, TimeProvider clock) : IConsumer<ExportFeeds>
{
    public async Task Consume(ConsumeContext<ExportFeeds> context)
    {
        var feeds = await catalog.AllAsync(context.Message.Folder, context.CancellationToken);
        await context.RespondAsync(new FeedsExported { Opml = OpmlWriter.Write(feeds, "Feeds of the sovereign-AI news monitor", clock.GetUtcNow()) });
    }
}
