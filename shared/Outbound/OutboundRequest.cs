namespace Monitoring.Outbound;

/// <summary>A GET with everything that its sender cares about.</summary>
/// <param name="Address">Absolute http or https address.</param>
public sealed record OutboundRequest(Uri Address)
{
    /// <summary>Adds request headers, for instance validators; called for every hop.</summary>
    public Action<HttpRequestMessage>? Prepare { get; init; }

    /// <summary>
    /// Called before each hop, the first and every redirect: may wait for the host's turn, which does not count against the time limit, and
    /// answers null, or one sentence that says why the address must not be asked.
    /// </summary>
    public Func<Uri, CancellationToken, Task<string?>>? Enter { get; init; }

    /// <summary>Bytes of the body after decompression; null for <see cref="OutboundOptions.MaxBodyBytes"/>, which is the most in any case.</summary>
    public int? MaxBodyBytes { get; init; }
}
