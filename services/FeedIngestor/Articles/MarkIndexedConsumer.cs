using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Articles;

/// <summary>A search finds the article: no more republishing.</summary>
internal sealed class MarkIndexedConsumer(ArticleStore store) : IConsumer<Batch<ArticleIndexed>>
{
    public Task Consume(ConsumeContext<Batch<ArticleIndexed>> context) =>
        store.MarkIndexedAsync(
            [.. context.Message.Select(each => (each.Message.Article.ArticleId, each.Message.Article.ContentVersion))],
            context.CancellationToken);
}

internal sealed class MarkIndexedConsumerDefinition : ConsumerDefinition<MarkIndexedConsumer>
{
    public MarkIndexedConsumerDefinition()
    {
        Endpoint(endpoint => endpoint.PrefetchCount = 400);
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<MarkIndexedConsumer> consumerConfigurator, IRegistrationContext context) =>
        consumerConfigurator.Options<BatchOptions>(batch => batch.SetMessageLimit(200).SetTimeLimit(ms: 250).SetConcurrencyLimit(1));
}
