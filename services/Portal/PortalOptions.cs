using System.ComponentModel.DataAnnotations;

namespace Monitoring.Portal;

/// <summary>How pages and API are served. Environment prefix: <c>Portal__</c>.</summary>
public sealed class PortalOptions
{
    /// <summary>
    /// Absolute address under which readers reach the portal, for links in feeds and exports; null takes it from each request.
    /// For instance <c>https://monitor.example</c>.
    /// </summary>
    [Url]
    public string? PublicAddress { get; set; }

    /// <summary>Requests that one address may make in a minute, pages and API together; more are answered with 429. 0 sets no limit.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Most articles in one CSV or NDJSON answer. 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int ExportLimit { get; set; } = 10_000;
}
