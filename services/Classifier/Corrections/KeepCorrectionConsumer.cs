using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Corrections;

/// <summary>Keeps what a person corrected: it overrides the model whenever that article is tagged again, and teaches the next one.</summary>
internal sealed partial class KeepCorrectionConsumer(CorrectionStore store, ILogger<KeepCorrectionConsumer> log) : IConsumer<TagsCorrected>
{
    public async Task Consume(ConsumeContext<TagsCorrected> context)
    {
        await store.SaveAsync(context.Message, context.CancellationToken);
        LogKept(context.Message.CorrectionId, context.Message.ArticleId);
    }

    [LoggerMessage(LogLevel.Information, "Correction {CorrectionId} of article {ArticleId} is kept")]
    private partial void LogKept(string correctionId, string articleId);
}
