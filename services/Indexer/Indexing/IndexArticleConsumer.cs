using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.Indexer.Indexing;

/// <summary>Classified articles in, findable articles out.</summary>
internal sealed partial class IndexArticleConsumer(ArticleIndexer indexer, ILogger<IndexArticleConsumer> log) : IConsumer<Batch<ArticleClassified>>
{
    public async Task Consume(ConsumeContext<Batch<ArticleClassified>> context)
    {
        var batch = await indexer.IndexAsync([.. context.Message.Select(each => each.Message)], context.CancellationToken);

        await context.PublishBatch(
            batch.Indexed.Select(document => new ArticleIndexed
            {
                Article = document.Article,
                Tags = document.Tags,
                StoryId = document.StoryId,
                FirstIndexedAt = document.FirstIndexedAt,
            }),
            context.CancellationToken);
        foreach (var (article, reason) in batch.Rejected)
        {
            await context.Publish(
                new ArticleRejected { ArticleId = article.ArticleId, ContentVersion = article.ContentVersion, Stage = "index", Reason = reason },
                context.CancellationToken);
        }

        LogIndexed(batch.Indexed.Count, batch.Rejected.Count);
    }

    [LoggerMessage(LogLevel.Information, "{Indexed} articles indexed, {Rejected} rejected")]
    private partial void LogIndexed(int indexed, int rejected);
}

internal sealed class IndexArticleConsumerDefinition : ConsumerDefinition<IndexArticleConsumer>
{
    public IndexArticleConsumerDefinition()
    {
        Endpoint(endpoint => endpoint.PrefetchCount = 1_000);
    }

    // One batch at a time: the index has one writer, and a commit costs the same for one document as for hundreds.
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<IndexArticleConsumer> consumerConfigurator, IRegistrationContext context) =>
        consumerConfigurator.Options<BatchOptions>(batch => batch.SetMessageLimit(500).SetTimeLimit(ms: 250).SetConcurrencyLimit(1));
}
