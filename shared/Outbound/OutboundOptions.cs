using System.ComponentModel.DataAnnotations;

namespace Monitoring.Outbound;

/// <summary>Limits for requests to addresses that users and feeds name. Environment prefix: <c>Outbound__</c>.</summary>
public sealed class OutboundOptions
{
    /// <summary>
    /// Exact <c>host:port</c> pairs that may be reached although they are not public, for tests and intranets, for instance
    /// <c>127.0.0.1:8080</c>. Separated by commas. Default: none.
    /// </summary>
    public string Allow { get; set; } = "";

    /// <summary>Address where a webmaster reaches the operator; part of the user agent. Default: the project's page.</summary>
    [Required]
    [RegularExpression(@"^[\x21-\x7e]+$", ErrorMessage = "Outbound__Contact must be one word of visible ASCII, for instance mailto:desk@example.org.")]
    public string Contact { get; set; } = "https://github.com/sovereign-ai-monitor";

    /// <summary>Time for one request with all its redirects and its body. 1 s to 5 min, default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for one connection. 1 s to 1 min, default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of a body after decompression. 64 KB to 64 MB, default 10 MB.</summary>
    [Range(65_536, 67_108_864)]
    public int MaxBodyBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Redirects followed for one request. 0 to 20, default 5.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;

    internal IReadOnlySet<string> AllowedHosts() =>
        Allow.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
