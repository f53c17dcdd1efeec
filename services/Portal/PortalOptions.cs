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

    /// <summary>
    /// Whether everybody may read; otherwise pages and API need an editor, or a key with the scope <c>read</c>. Default: true. Who sits at
    /// this machine may always read.
    /// </summary>
    public bool PublicReading { get; set; } = true;

    /// <summary>Ask for a login also on a process that listens on loopback alone. Default: false.</summary>
    public bool RequireSignIn { get; set; }

    /// <summary>Login attempts that one address may make in five minutes. 1 to 1,000, default 10.</summary>
    [Range(1, 1_000)]
    public int SignInAttempts { get; set; } = 10;

    /// <summary>
    /// Proxies whose <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> are believed: addresses or networks separated by commas, for
    /// instance <c>127.0.0.1,10.0.0.0/8</c>. Default: none.
    /// </summary>
    [RegularExpression(@"\s*[0-9A-Fa-f.:]+(/\d{1,3})?(\s*,\s*[0-9A-Fa-f.:]+(/\d{1,3})?)*\s*")]
    public string? TrustedProxies { get; set; }

    internal IEnumerable<System.Net.IPNetwork> Networks =>
        (TrustedProxies ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => text.Contains('/', StringComparison.Ordinal) ? text : text + (text.Contains(':', StringComparison.Ordinal) ? "/128" : "/32"))
            .Select(System.Net.IPNetwork.Parse);
}
