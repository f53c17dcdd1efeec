using System.Data.Common;
using System.Text.Json;
using MassTransit;
using Monitoring.Contracts;
using Monitoring.Delivery.Email;

namespace Monitoring.Delivery;

/// <summary>Tries again what could not be delivered yet.</summary>
internal sealed partial class RetryWorker(
    DeliveryStore store, EmailDelivery email, Deliverer deliverer, IBus bus, TimeProvider clock, ILogger<RetryWorker> log) : BackgroundService
{
    private const int BatchSize = 50;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var delivery in await store.TakeDueAsync(BatchSize, stoppingToken))
                {
                    await RetryAsync(delivery, stoppingToken);
                }
            }
            catch (DbException failure)
            {
                LogStoreDown(failure.Message);
            }

            await Task.Delay(s_pause, clock, stoppingToken);
        }
    }

    private async Task RetryAsync(DeliveryRecord delivery, CancellationToken cancel)
    {
        var command = JsonSerializer.Deserialize<SendEmail>(delivery.Command)!;
        if (await deliverer.ConcludeAsync(delivery, await email.TryAsync(command, cancel), cancel) is { } report)
        {
            await bus.Publish(report, cancel);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Retries wait: {Reason}")]
    private partial void LogStoreDown(string reason);
}
