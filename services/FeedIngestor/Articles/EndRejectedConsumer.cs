using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Articles;

/// <summary>The article will never be indexed: no more republishing, and the operator sees why.</summary>
internal sealed partial class EndRejectedConsumer(ArticleStore store, ILogger<EndRejectedConsumer> log) : IConsumer<ArticleRejected>
{
    public async Task Consume(ConsumeContext<ArticleRejected> context)
    {
        await store.MarkRejectedAsync(context.Message, context.CancellationToken);
        LogRejected(context.Message.ArticleId, context.Message.Stage, context.Message.Reason);
    }

    [LoggerMessage(LogLevel.Warning, "Article {ArticleId} will not be indexed: {Stage}: {Reason}")]
    private partial void LogRejected(string articleId, string stage, string reason);
}
