using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Feeds.Managing;

/// <summary>Follows the feeds of a list.</summary>
internal sealed class ImportFeedsConsumer(FeedImporter importer) : IConsumer<ImportFeeds>
{
    public async Task Consume(ConsumeContext<ImportFeeds> context) =>
        await context.RespondAsync(await importer.ImportAsync(context.Message.Opml, context.CancellationToken));
}
