using System.ComponentModel.DataAnnotations;

namespace Monitoring.FeedIngestor.Polling.WebSub;

/// <summary>News pushed by hubs (W3C WebSub). Environment prefix: <c>WebSub__</c>.</summary>
public sealed class WebSubOptions
{
    /// <summary>
    /// Address at which hubs reach FeedIngestor from outside, for instance <c>https://monitor.example.org</c>; what it leads to must pass
    /// <c>/websub/</c> on. Default: none, and nothing is subscribed to.
    /// </summary>
    [Url]
    public string? PublicAddress { get; set; }

    /// <summary>Time for which a subscription is asked; hubs may give less. 1 hour to 30 days, default 10 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromDays(10);
}
