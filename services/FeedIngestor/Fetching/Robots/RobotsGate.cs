using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Monitoring.FeedIngestor.Polling;
using Monitoring.Outbound;

namespace Monitoring.FeedIngestor.Fetching.Robots;

/// <summary>Asks a host's robots.txt before its first page, and remembers the answer for a day.</summary>
internal sealed class RobotsGate(OutboundClient http, HostStore hosts, IOptions<PollingOptions> options)
{
    /// <summary>RFC 9309: at least 500 KiB must be read, and no cached copy should be older than a day.</summary>
    private const int MaxBytes = 512 * 1024;

    private const int MostStored = 64 * 1024;
    private static readonly TimeSpan s_keep = TimeSpan.FromHours(24);
    private static readonly TimeSpan s_retry = TimeSpan.FromMinutes(30);

    /// <summary>Says why the address may not be asked, and whether that may change soon; null when it may.</summary>
    public async Task<RobotsRefusal?> RefusesAsync(Visit visit, Uri address, CancellationToken cancel)
    {
        if (!options.Value.Robots)
        {
            return null;
        }

        var host = HostName.Of(address);
        if (await hosts.RobotsAsync(host, cancel) is not { } known)
        {
            known = await FetchAsync(visit, address, cancel);
            await hosts.KeepRobotsAsync(host, known, known.Problem is null ? s_keep : s_retry, cancel);
        }

        if (known.Problem is not null)
        {
            return new(known.Problem, IsPassing: true);
        }

        return known.Robots is { Length: > 0 } rules && !RobotsRules.Restore(rules).Allows(address)
            ? new($"The robots.txt of {host} forbids {address.AbsolutePath}.", IsPassing: false)
            : null;
    }

    private async Task<RobotsRecord> FetchAsync(Visit visit, Uri address, CancellationToken cancel)
    {
        var answer = await http.GetAsync(
            new OutboundRequest(new Uri(address, "/robots.txt")) { Enter = visit.EnterAsync, MaxBodyBytes = MaxBytes }, cancel);
        return answer switch
        {
            { Outcome: OutboundOutcome.Answered, Status: HttpStatusCode.OK } => new() { Robots = Rules(answer.Body) },
            // "Unavailable" in the RFC's words: a server that has no such file forbids nothing.
            { Outcome: OutboundOutcome.Answered, Status: < HttpStatusCode.InternalServerError } => new() { Robots = "" },
            // The guard's and the limits' own refusals are told by the request itself.
            { Outcome: OutboundOutcome.Forbidden or OutboundOutcome.TooLarge or OutboundOutcome.RedirectLoop or OutboundOutcome.BadAddress } => new() { Robots = "" },
            // "Unreachable": to be taken for a complete refusal until it answers again.
            { Outcome: OutboundOutcome.Answered } => new() { Problem = $"robots.txt could not be read: the server answered {(int)answer.Status}." },
            _ => new() { Problem = $"robots.txt could not be read: {answer.Problem}" },
        };
    }

    private static string Rules(ReadOnlyMemory<byte> body)
    {
        var rules = RobotsRules.Parse(Encoding.UTF8.GetString(body.Span), OutboundClient.Product).ToString();
        return rules.Length <= MostStored ? rules : rules[..rules.LastIndexOf('\n', MostStored)];
    }
}

/// <summary>Why an address may not be asked.</summary>
/// <param name="Reason">One sentence.</param>
/// <param name="IsPassing">The file could not be read, so this may change soon.</param>
internal sealed record RobotsRefusal(string Reason, bool IsPassing);
