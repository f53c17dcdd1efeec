using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Feeds.Managing;

/// <summary>Follows a feed that a person names.</summary>
internal sealed class AddFeedConsumer(FeedAdder adder) : IConsumer<AddFeed>
{
    public async Task Consume(ConsumeContext<AddFeed> context) =>
        await context.RespondAsync(await adder.AddAsync(context.Message, context.CancellationToken));
}
