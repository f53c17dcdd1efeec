using MassTransit;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Polling.WebSub;

/// <summary>Where hubs ask back and push news. Only who knows a feed's secret address and signs with its secret is heard.</summary>
internal static partial class WebSubEndpoints
{
    public const string Root = "/websub";
    private const int MaxBytes = 10 * 1024 * 1024;
    private const double ShortestLease = 300;
    private const double LongestLease = 30 * 24 * 3600;

    public static void MapWebSub(this WebApplication app)
    {
        var callback = app.MapGroup(Root + "/{feedId}/{token}").ExcludeFromDescription().DisableAntiforgery();
        callback.MapGet("", VerifyAsync);
        callback.MapPost("", PushAsync);
    }

    private static async Task<Results<ContentHttpResult, NotFound, Ok>> VerifyAsync(
        string feedId, string token, HttpRequest request, SubscriptionStore store, CancellationToken cancel)
    {
        var (mode, topic, challenge) = (request.Query["hub.mode"].ToString(), request.Query["hub.topic"].ToString(), request.Query["hub.challenge"].ToString());
        if (await store.FindAsync(feedId, token, cancel) is not { } subscription || subscription.Topic != topic)
        {
            return TypedResults.NotFound();
        }

        switch (mode)
        {
            case "subscribe" when subscription.State is not SubscriptionState.Leaving:
                var seconds = double.TryParse(request.Query["hub.lease_seconds"], System.Globalization.CultureInfo.InvariantCulture, out var given) ? given : ShortestLease;
                await store.ActivateAsync(subscription, TimeSpan.FromSeconds(Math.Clamp(seconds, ShortestLease, LongestLease)), cancel);
                return TypedResults.Text(challenge, "text/plain");
            case "unsubscribe" when subscription.State is SubscriptionState.Leaving:
                await store.RemoveAsync(subscription, cancel);
                return TypedResults.Text(challenge, "text/plain");
            case "denied":
                await store.FailAsync(subscription, $"The hub denied the subscription. {request.Query["hub.reason"]}", cancel);
                return TypedResults.Ok();
            default:
                return TypedResults.NotFound();
        }
    }

    private static async Task<Results<Accepted, NotFound, StatusCodeHttpResult>> PushAsync(
        string feedId, string token, HttpContext context, PushReceiver receiver, IBus bus, CancellationToken cancel)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        if (context.Request.ContentLength > MaxBytes)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancel);
        var push = new Push(body.ToArray(), context.Request.ContentType, context.Request.Headers["X-Hub-Signature"]);
        if (await receiver.ReceiveAsync(feedId, token, push, cancel) is not { } articles)
        {
            return TypedResults.NotFound();
        }

        await bus.PublishBatch(articles.Select(article => new ArticleDiscovered { Article = article }), cancel);
        return TypedResults.Accepted((string?)null);
    }
}
