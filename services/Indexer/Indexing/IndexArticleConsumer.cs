using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.Indexer.Indexing;

/// <summary>A classified article in, a findable article out.</summary>
internal sealed class IndexArticleConsumer(GroupCommit commits) : IConsumer<ArticleClassified>
{
    public async Task Consume(ConsumeContext<ArticleClassified> context)
    {
        var outcome = await commits.IndexAsync(context.Message, context.CancellationToken);

        if (outcome.Refusal is { } reason)
        {
            var article = context.Message.Article;
            await context.Publish(
                new ArticleRejected { ArticleId = article.ArticleId, ContentVersion = article.ContentVersion, Stage = "index", Reason = reason },
                context.CancellationToken);
            return;
        }

        await context.Publish(
            new ArticleIndexed
            {
                Article = context.Message.Article,
                Tags = context.Message.Tags,
                StoryId = outcome.Record.StoryId,
                FirstIndexedAt = outcome.Record.FirstIndexedAt,
            },
            context.CancellationToken);
    }
}

internal sealed class IndexArticleConsumerDefinition : ConsumerDefinition<IndexArticleConsumer>
{
    // As many as one commit takes, and as many again that gather meanwhile.
    private const int InHand = 2 * GroupCommit.MostInOneCommit;

    public IndexArticleConsumerDefinition()
    {
        Endpoint(endpoint =>
        {
            endpoint.PrefetchCount = InHand;
            endpoint.ConcurrentMessageLimit = InHand;
        });
    }
}
