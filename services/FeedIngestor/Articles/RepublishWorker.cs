using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Articles;

/// <summary>Publishes again what was lost on the way to the index, but never while the pipeline is merely behind.</summary>
internal sealed partial class RepublishWorker(ArticleStore store, IBus bus, IConfiguration configuration, TimeProvider clock, ILogger<RepublishWorker> log)
    : BackgroundService
{
    private const int MostInFlight = 2_000;
    private const int BatchSize = 200;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What the last process had in memory is gone.
        var isLost = string.IsNullOrEmpty(configuration.GetConnectionString("RabbitMq"));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (isLost)
                {
                    await store.MakeAllDueAsync(stoppingToken);
                    isLost = false;
                }

                await RepublishAsync(stoppingToken);
            }
            catch (System.Data.Common.DbException failure)
            {
                LogStoreDown(failure.Message);
            }

            await Task.Delay(s_pause, clock, stoppingToken);
        }
    }

    private async Task RepublishAsync(CancellationToken cancel)
    {
        while (await store.InFlightAsync(cancel) < MostInFlight)
        {
            var articles = await store.TakeUnindexedAsync(BatchSize, cancel);
            if (articles.Count == 0)
            {
                return;
            }

            await bus.PublishBatch(articles.Select(article => new ArticleDiscovered { Article = article }), cancel);
            LogRepublished(articles.Count);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} articles published again: no search finds them yet")]
    private partial void LogRepublished(int count);

    [LoggerMessage(LogLevel.Warning, "Republishing waits: {Reason}")]
    private partial void LogStoreDown(string reason);
}
