using System.Net;
using System.Net.Http.Headers;

namespace Monitoring.Outbound;

/// <summary>How a request ended. A server that misbehaves is a result, never an exception.</summary>
public enum OutboundOutcome
{
    /// <summary>The server answered within all limits; see <see cref="OutboundResult.Status"/>.</summary>
    Answered,

    /// <summary>Not http or https, has user name or password, or a host that cannot exist; the first address or a redirect's.</summary>
    BadAddress,

    /// <summary>The address guard refused the address, or one that a redirect named.</summary>
    Forbidden,

    /// <summary>Name not found, connection refused or reset, no TLS.</summary>
    Unreachable,

    /// <summary>What came is no HTTP, broke off before its end, or has headers beyond the limit.</summary>
    BadAnswer,

    /// <summary>The time limit ran out.</summary>
    TimedOut,

    /// <summary>The body passed the limit, before or after decompression.</summary>
    TooLarge,

    /// <summary>More redirects than allowed, or one that leads back.</summary>
    RedirectLoop,

    /// <summary>The sender's own rules forbid the address: <see cref="OutboundRequest.Enter"/> said no.</summary>
    Refused,

    /// <summary>The body's compression is broken or unknown.</summary>
    BadEncoding,
}

/// <summary>What came back.</summary>
public sealed record OutboundResult
{
    /// <summary>How the request ended.</summary>
    public required OutboundOutcome Outcome { get; init; }

    /// <summary>One sentence for the operator; null when <see cref="Outcome"/> is <see cref="OutboundOutcome.Answered"/>.</summary>
    public string? Problem { get; init; }

    /// <summary>The server's status; 0 when none came.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>Where the request ended after redirects.</summary>
    public required Uri Address { get; init; }

    /// <summary>The address that a chain of permanent redirects (301, 308) alone leads to; null when there was none.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>Redirects followed; the answer that was one too many not counted.</summary>
    public int Redirects { get; init; }

    /// <summary>Headers of the last answer; null when none came.</summary>
    public HttpResponseHeaders? Headers { get; init; }

    /// <summary>Content headers of the last answer; null when none came.</summary>
    public HttpContentHeaders? ContentHeaders { get; init; }

    /// <summary>The body, decompressed.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The connection or the compression broke in the middle: <see cref="Body"/> is what came before.</summary>
    public bool IsCut { get; init; }
}
