using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.Portal.Sources;

/// <summary>Keeps the portal's list of feeds.</summary>
internal sealed class UpdateSourceConsumer(SourceStore store) : IConsumer<FeedPolled>
{
    public Task Consume(ConsumeContext<FeedPolled> context) => store.SaveAsync(context.Message, context.CancellationToken);
}
