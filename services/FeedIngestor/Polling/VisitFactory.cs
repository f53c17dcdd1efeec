using Microsoft.Extensions.Options;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>Begins errands on the network with the configured pause.</summary>
internal sealed class VisitFactory(HostStore hosts, IOptions<PollingOptions> options, TimeProvider clock)
{
    /// <param name="leased">A host whose turn this process has already; null when there is none.</param>
    public Visit Begin(string? leased = null) => new(hosts, options.Value.HostPause, clock, leased);
}
