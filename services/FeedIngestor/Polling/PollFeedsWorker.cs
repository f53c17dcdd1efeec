using MassTransit;
using Microsoft.Extensions.Options;
using Monitoring.Contracts;
using Monitoring.FeedIngestor.Feeds;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>Polls due feeds, a bounded number at a time, one at a time and with a pause per host, whichever process polls.</summary>
internal sealed partial class PollFeedsWorker(
    FeedStore feeds, FeedPoller poller, VisitFactory visits, IBus bus, IOptions<PollingOptions> options, ILogger<PollFeedsWorker> log) : BackgroundService
{
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(1);

    // Hosts become free again while others are being asked.
    private static readonly TimeSpan s_busy = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            running.RemoveAll(task => task.IsCompleted);
            var free = options.Value.Concurrency - running.Count;
            var due = free > 0 ? await LeaseAsync(free, stoppingToken) : [];
            running.AddRange(due.Select(feed => PollAsync(feed, stoppingToken)));
            await WaitAsync(running, free, due.Count, stoppingToken);
        }

        await Task.WhenAll(running);
    }

    private static Task WaitAsync(List<Task> running, int free, int taken, CancellationToken cancel) =>
        taken == free && running.Count > 0
            ? Task.WhenAny(running).WaitAsync(cancel)
            : Task.Delay(running.Count > 0 ? s_busy : s_idle, cancel);

    private async Task<List<Feed>> LeaseAsync(int most, CancellationToken cancel)
    {
        try
        {
            return await feeds.LeaseDueAsync(most, Visit.Lease, cancel);
        }
        catch (System.Data.Common.DbException failure)
        {
            LogStoreDown(failure.Message);
            return [];
        }
    }

    private async Task PollAsync(Feed feed, CancellationToken cancel)
    {
        try
        {
            PollOutcome outcome;
            await using (var visit = visits.Begin(feed.Host))
            {
                outcome = await poller.PollAsync(feed, visit, cancel);
            }

            await bus.PublishBatch(outcome.ToPublish.Select(article => new ArticleDiscovered { Article = article }), cancel);
            await bus.Publish(outcome.Polled, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The lease ends by itself; the next start polls the feed.
        }
        catch (Exception failure)
        {
            // A poll that fails in our own code or store must not end the loop that serves every other feed.
            LogPollFailed(failure, feed.Address);
        }
    }

    [LoggerMessage(LogLevel.Error, "Poll of {Address} failed; it is tried again when its lease ends")]
    private partial void LogPollFailed(Exception failure, string address);

    [LoggerMessage(LogLevel.Warning, "Polling waits for the store: {Reason}")]
    private partial void LogStoreDown(string reason);
}
