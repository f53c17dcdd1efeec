using System.Data.Common;
using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Articles.Pages;

/// <summary>Fetches the pages of articles whose feed is marked for full text, then publishes them.</summary>
internal sealed partial class ReadPagesWorker(PageStore store, PageReader reader, IBus bus, TimeProvider clock, ILogger<ReadPagesWorker> log) : BackgroundService
{
    private const int AtOnce = 4;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var taken = 0;
            try
            {
                var pages = await store.TakeAsync(AtOnce, stoppingToken);
                taken = pages.Count;
                await Task.WhenAll(pages.Select(page => ReadAsync(page, stoppingToken)));
            }
            catch (DbException failure)
            {
                LogStoreDown(failure.Message);
            }

            if (taken == 0)
            {
                await Task.Delay(s_pause, clock, stoppingToken);
            }
        }
    }

    private async Task ReadAsync(AwaitedPage page, CancellationToken cancel)
    {
        try
        {
            var ready = await reader.ReadAsync(page, cancel);
            if (await store.ConcludeAsync(page.Article, ready, cancel))
            {
                await bus.Publish(new ArticleDiscovered { Article = ready }, cancel);
            }
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or DbException))
        {
            // A page that our own code cannot bear is tried again when its lease ends, and then published with the feed's text.
            LogPageFailed(failure, page.Article.Url);
        }
    }

    [LoggerMessage(LogLevel.Error, "The page {Address} could not be read")]
    private partial void LogPageFailed(Exception failure, string address);

    [LoggerMessage(LogLevel.Warning, "Reading pages waits for the store: {Reason}")]
    private partial void LogStoreDown(string reason);
}
