using System.Net;
using System.Security.Cryptography;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.Outbound;

namespace Monitoring.FeedIngestor.Fetching;

/// <summary>Asks a feed's server for what has changed.</summary>
internal sealed class FeedFetcher(OutboundClient http)
{
    private const string Accepted =
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5";

    public async Task<FetchedFeed> FetchAsync(Feed feed, CancellationToken cancel)
    {
        if (!Uri.TryCreate(feed.Address, UriKind.Absolute, out var address))
        {
            return new FetchedFeed { Result = FetchResult.Failed, Problem = "The address is not an absolute URL.", FailureWeight = 1 };
        }

        var answer = await http.GetAsync(address, request => Prepare(request, feed), cancel);
        return answer.Outcome == OutboundOutcome.Answered ? Judge(answer, feed) : Failed(answer);
    }

    private static void Prepare(HttpRequestMessage request, Feed feed)
    {
        request.Headers.TryAddWithoutValidation("Accept", Accepted);
        if (feed.Etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", feed.Etag);
        }

        if (feed.LastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", feed.LastModified);
        }
    }

    private static FetchedFeed Judge(OutboundResult answer, Feed feed) => answer.Status switch
    {
        HttpStatusCode.NotModified => new() { Result = FetchResult.NotModified },
        HttpStatusCode.Gone => new() { Result = FetchResult.Gone, Problem = "The server says that the feed is gone for good (410)." },
        HttpStatusCode.OK => Changed(answer, feed),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.UnavailableForLegalReasons =>
            new() { Result = FetchResult.Blocked, Problem = $"The server refuses us ({(int)answer.Status}).", FailureWeight = 1 },
        HttpStatusCode.TooManyRequests => new() { Result = FetchResult.Failed, Problem = "The server asks for fewer requests (429).", FailureWeight = 0.25, RetryAfter = answer.Headers?.RetryAfter },
        >= HttpStatusCode.InternalServerError => new()
        {
            Result = FetchResult.Failed,
            Problem = $"The server answered {(int)answer.Status}.",
            FailureWeight = 0.5,
            RetryAfter = answer.Headers?.RetryAfter,
        },
        _ => new() { Result = FetchResult.Failed, Problem = $"The server answered {(int)answer.Status}.", FailureWeight = 1 },
    };

    private static FetchedFeed Changed(OutboundResult answer, Feed feed)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span));
        return new FetchedFeed
        {
            // Servers without validators send the same bytes again: no need to read them.
            Result = hash == feed.BodyHash ? FetchResult.NotModified : FetchResult.Changed,
            Body = answer.Body,
            BodyHash = hash,
            ContentType = answer.ContentHeaders?.ContentType?.ToString(),
            Etag = answer.Headers?.ETag?.ToString(),
            LastModified = answer.ContentHeaders?.LastModified?.ToString("R"),
            Address = answer.Address,
            MovedTo = answer.MovedTo,
        };
    }

    private static FetchedFeed Failed(OutboundResult answer) => new()
    {
        Result = answer.Outcome == OutboundOutcome.Forbidden ? FetchResult.Blocked : FetchResult.Failed,
        Problem = answer.Problem,
        FailureWeight = answer.Outcome is OutboundOutcome.TimedOut ? 0.5 : 1,
    };
}
