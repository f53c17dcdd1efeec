using System.Diagnostics;
using MassTransit;
using Monitoring.Classifier.Corrections;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Tagging;

/// <summary>Tags articles by the batch; one that cannot be tagged is rejected by itself and never holds up the others. What readers corrected stays as they said.</summary>
internal sealed partial class TagArticleConsumer(Tagger tagger, CorrectionStore corrections, ILogger<TagArticleConsumer> log) : IConsumer<Batch<ArticleDiscovered>>
{
    public async Task Consume(ConsumeContext<Batch<ArticleDiscovered>> context)
    {
        var started = Stopwatch.GetTimestamp();
        var relevant = 0;
        var said = await corrections.FindAsync(context.Message.Select(each => each.Message.Article.ArticleId), context.CancellationToken);
        var texts = new Dictionary<string, TaggedText>(context.Message.Length);
        foreach (var each in context.Message)
        {
            var article = each.Message.Article;
            if (TryTag(article, out var reason) is { } judged)
            {
                var tags = said.GetValueOrDefault(article.ArticleId)?.Apply(judged) ?? judged;
                texts[article.ArticleId] = new(article.ArticleId, article.Title, ArticleReader.Lead(article.Text), tags.Language);
                relevant += tags.IsRelevant ? 1 : 0;
                await context.Publish(new ArticleClassified { Article = article, Tags = tags }, context.CancellationToken);
            }
            else
            {
                LogRejected(article.ArticleId, reason);
                await context.Publish(
                    new ArticleRejected { ArticleId = article.ArticleId, ContentVersion = article.ContentVersion, Stage = "classify", Reason = reason },
                    context.CancellationToken);
            }
        }

        await corrections.RememberAsync(texts.Values, context.CancellationToken);
        LogTagged(context.Message.Length, relevant, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    // Whatever goes wrong inside the tagger is a property of this one text: the same text would fail again.
    private ArticleTags? TryTag(Article article, out string reason)
    {
        try
        {
            reason = "";
            return tagger.Tag(article.Title, article.Text, article.ClaimedLanguage);
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
        {
            reason = $"The tagger failed: {failure.GetType().Name}: {failure.Message}";
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "Tagged {Count} articles, {Relevant} relevant, in {Milliseconds:F0} ms")]
    private partial void LogTagged(int count, int relevant, double milliseconds);

    [LoggerMessage(LogLevel.Warning, "Article {ArticleId} cannot be tagged: {Reason}")]
    private partial void LogRejected(string articleId, string reason);
}

internal sealed class TagArticleConsumerDefinition : ConsumerDefinition<TagArticleConsumer>
{
    public TagArticleConsumerDefinition()
    {
        Endpoint(endpoint => endpoint.PrefetchCount = 192);
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TagArticleConsumer> consumerConfigurator, IRegistrationContext context) =>
        consumerConfigurator.Options<BatchOptions>(batch => batch.SetMessageLimit(64).SetTimeLimit(ms: 200).SetConcurrencyLimit(1));
}
