using Monitoring.FeedIngestor.Fetching.Robots;
using Monitoring.FeedIngestor.Polling;
using Monitoring.Outbound;

namespace Monitoring.FeedIngestor.Fetching;

/// <summary>Fetches under the rules for guests: each host's turn and pause, and its robots.txt, for the first address and for every redirect's.</summary>
internal sealed class PoliteClient(OutboundClient http, RobotsGate robots)
{
    /// <param name="request">Its <see cref="OutboundRequest.Enter"/> is replaced.</param>
    /// <param name="visit">Holds the hosts' turns.</param>
    /// <param name="ignoreRobots">The publisher has agreed.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <param name="stop">Says of a hop why it need not be asked; null for none.</param>
    public async Task<PoliteAnswer> GetAsync(
        OutboundRequest request, Visit visit, bool ignoreRobots, CancellationToken cancel, Func<Uri, string?>? stop = null)
    {
        var isPassing = false;
        var answer = await http.GetAsync(request with { Enter = EnterAsync }, cancel);
        return new(answer, isPassing || visit.WasBusy);

        async Task<string?> EnterAsync(Uri address, CancellationToken entering)
        {
            if (stop?.Invoke(address) is { } reason)
            {
                return reason;
            }

            if (!ignoreRobots && await robots.RefusesAsync(visit, address, entering) is { } refusal)
            {
                isPassing = refusal.IsPassing;
                return refusal.Reason;
            }

            return await visit.EnterAsync(address, entering);
        }
    }
}

/// <summary>What came back.</summary>
/// <param name="Result">As the server gave it, or why it was not asked.</param>
/// <param name="IsPassing">With <see cref="OutboundOutcome.Refused"/>: it may be asked later.</param>
internal sealed record PoliteAnswer(OutboundResult Result, bool IsPassing);
