using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.Portal.Sources;

/// <summary>Keeps the portal's list of feeds.</summary>
internal sealed class UpdateSourceConsumer(SourceStore store) : IConsumer<FeedPolled>, IConsumer<FeedRemoved>
{
    public Task Consume(ConsumeContext<FeedPolled> context) => store.SaveAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<FeedRemoved> context) => store.RemoveAsync(context.Message.FeedId, context.CancellationToken);
}
