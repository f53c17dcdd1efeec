namespace Monitoring.Delivery;

/// <summary>When to try again: after a minute, doubling to four hours, for a day.</summary>
internal static class RetrySchedule
{
    private static readonly TimeSpan s_first = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(4);
    private static readonly TimeSpan s_giveUp = TimeSpan.FromHours(24);

    /// <summary>The time of the next try, or null when there is none.</summary>
    public static DateTimeOffset? Next(DeliveryRecord delivery, DateTimeOffset now)
    {
        var wait = s_first * Math.Pow(2, Math.Min(delivery.Attempts - 1, 10));
        var next = now + (wait < s_longest ? wait : s_longest);
        return next - delivery.AskedAt > s_giveUp ? null : next;
    }
}
