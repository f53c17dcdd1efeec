using System.ComponentModel.DataAnnotations;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>How politely and how often feeds are polled. Environment prefix: <c>Polling__</c>.</summary>
public sealed class PollingOptions
{
    /// <summary>Shortest time between two polls of one feed. 1 s to 1 day, default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MinInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest time between two polls of one feed, failures included. 1 minute to 7 days, default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Feeds polled at the same time. 1 to 512, default 16.</summary>
    [Range(1, 512)]
    public int Concurrency { get; set; } = 16;

    /// <summary>Pause between two requests to one host, redirects and robots.txt included, across all processes. 0 to 5 minutes, default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan HostPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Ask each host's robots.txt first, once a day, and keep to it (RFC 9309). Default: true; a feed's own setting can lift it.</summary>
    public bool Robots { get; set; } = true;
}
