using Monitoring.Contracts;

namespace Monitoring.Delivery;

/// <summary>Ends, postpones or gives up one delivery after one try.</summary>
internal sealed class Deliverer(DeliveryStore store, TimeProvider clock)
{
    /// <summary>The report to publish, or null while another try is to come.</summary>
    public async Task<DeliveryReported?> ConcludeAsync(DeliveryRecord delivery, SendResult result, CancellationToken cancel)
    {
        switch (result)
        {
            case SendResult.TryLater later when RetrySchedule.Next(delivery, clock.GetUtcNow()) is { } next:
                await store.PostponeAsync(delivery.Key, next, later.Reason, cancel);
                return null;
            case SendResult.TryLater later:
                return await EndAsync(delivery.Key, $"Given up after a day: {later.Reason}", cancel);
            case SendResult.Refused refused:
                return await EndAsync(delivery.Key, refused.Reason, cancel);
            default:
                return await EndAsync(delivery.Key, reason: null, cancel);
        }
    }

    /// <summary>The report of a delivery that ended before.</summary>
    public static DeliveryReported Report(DeliveryRecord ended) => new()
    {
        Key = ended.Key,
        Delivered = ended.State == DeliveryState.Sent,
        Reason = ended.Reason,
        At = ended.EndedAt ?? ended.AskedAt,
    };

    private async Task<DeliveryReported> EndAsync(string key, string? reason, CancellationToken cancel)
    {
        await store.EndAsync(key, reason is null ? DeliveryState.Sent : DeliveryState.Refused, reason, cancel);
        return new DeliveryReported { Key = key, Delivered = reason is null, Reason = reason, At = clock.GetUtcNow() };
    }
}
