using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Monitoring.Outbound;

namespace Monitoring.FeedIngestor.Polling.WebSub;

/// <summary>Asks a hub to push a feed's news, or to stop.</summary>
internal sealed class HubClient(OutboundClient http, VisitFactory visits, IOptions<WebSubOptions> options)
{
    /// <summary>Null when the hub has taken the request; it answers by asking back.</summary>
    public async Task<string?> AskAsync(Subscription subscription, CancellationToken cancel)
    {
        var form = new Dictionary<string, string>
        {
            ["hub.mode"] = subscription.State == SubscriptionState.Leaving ? "unsubscribe" : "subscribe",
            ["hub.topic"] = subscription.Topic,
            ["hub.callback"] = $"{options.Value.PublicAddress!.TrimEnd('/')}{WebSubEndpoints.Root}/{subscription.FeedId}/{subscription.Token}",
            ["hub.secret"] = subscription.Secret,
            ["hub.lease_seconds"] = ((long)options.Value.Lease.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        };
        using var content = new FormUrlEncodedContent(form);
        var body = await content.ReadAsByteArrayAsync(cancel);
        var hub = new Uri(subscription.Hub);
        await using var visit = visits.Begin();
        if (await visit.EnterAsync(hub, cancel) is { } busy)
        {
            return busy;
        }

        var answer = await http.PostAsync(hub, body, request => request.Content!.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded"), cancel);
        return answer switch
        {
            { Outcome: OutboundOutcome.Answered, Status: >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices } => null,
            { Outcome: OutboundOutcome.Answered } => $"The hub answered {(int)answer.Status}: {Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, 200)])}",
            _ => answer.Problem,
        };
    }
}
