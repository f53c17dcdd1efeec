using System.Data.Common;
using Microsoft.Extensions.Options;

namespace Monitoring.FeedIngestor.Polling.WebSub;

/// <summary>Subscribes at hubs, renews and ends subscriptions; does nothing without a public address.</summary>
internal sealed partial class WebSubWorker(SubscriptionStore store, HubClient hubs, IOptions<WebSubOptions> options, TimeProvider clock, ILogger<WebSubWorker> log)
    : BackgroundService
{
    private const int BatchSize = 20;
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrEmpty(options.Value.PublicAddress))
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await store.NoteAsync(stoppingToken);
                foreach (var subscription in await store.TakeDueAsync(BatchSize, stoppingToken))
                {
                    await AskAsync(subscription, stoppingToken);
                }
            }
            catch (DbException failure)
            {
                LogStoreDown(failure.Message);
            }

            await Task.Delay(s_pause, clock, stoppingToken);
        }
    }

    /// <summary>One round with one hub.</summary>
    internal async Task AskAsync(Subscription subscription, CancellationToken cancel)
    {
        if (await hubs.AskAsync(subscription, cancel) is { } problem)
        {
            LogRefused(subscription.Hub, subscription.Topic, problem);
            await store.FailAsync(subscription, problem, cancel);
            return;
        }

        LogAsked(subscription.Hub, subscription.Topic);
        await store.AskedAsync(subscription, cancel);
    }

    [LoggerMessage(LogLevel.Information, "Asked the hub {Hub} about {Topic}")]
    private partial void LogAsked(string hub, string topic);

    [LoggerMessage(LogLevel.Warning, "The hub {Hub} does not push {Topic}: {Problem}")]
    private partial void LogRefused(string hub, string topic, string problem);

    [LoggerMessage(LogLevel.Warning, "Subscriptions wait for the store: {Reason}")]
    private partial void LogStoreDown(string reason);
}
