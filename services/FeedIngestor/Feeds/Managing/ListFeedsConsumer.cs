using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Feeds.Managing;

/// <summary>Answers which feeds there are and how they fare.</summary>
internal sealed class ListFeedsConsumer(FeedCatalog catalog) : IConsumer<ListFeeds>
{
    public async Task Consume(ConsumeContext<ListFeeds> context) =>
        await context.RespondAsync(await catalog.ListAsync(context.Message, context.CancellationToken));
}
