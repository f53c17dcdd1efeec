using Monitoring.Contracts;
using Monitoring.FeedIngestor.Parsing;

namespace Monitoring.FeedIngestor.Polling.WebSub;

/// <summary>Takes in what a hub pushes, if it is signed.</summary>
internal sealed partial class PushReceiver(SubscriptionStore store, PollKeeper keeper, ILogger<PushReceiver> log)
{
    /// <summary>Articles to publish; null when nobody has asked for pushes at this address.</summary>
    public async Task<IReadOnlyList<Article>?> ReceiveAsync(string feedId, string token, Push push, CancellationToken cancel)
    {
        if (await store.FindAsync(feedId, token, cancel) is not { State: SubscriptionState.Active } subscription || await store.FeedAsync(feedId, cancel) is not { } feed)
        {
            return null;
        }

        // The standard wants wrong signatures to be taken like right ones and dropped, so that nobody learns from trying.
        if (!subscription.IsSigned(push.Signature, push.Body.Span))
        {
            LogUnsigned(feed.Address);
            return [];
        }

        var document = FeedReader.Read(push.Body, push.ContentType, new Uri(subscription.Topic));
        return document.IsFeed ? await keeper.KeepPushAsync(feed, document, cancel) : [];
    }

    [LoggerMessage(LogLevel.Warning, "A push for {Address} was not signed with the agreed secret and was dropped")]
    private partial void LogUnsigned(string address);
}

/// <summary>One delivery of a hub.</summary>
internal sealed record Push(ReadOnlyMemory<byte> Body, string? ContentType, string? Signature);
