using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Polling;
using Monitoring.Outbound;

namespace Monitoring.FeedIngestor.Fetching;

/// <summary>Asks a feed's server for what has changed.</summary>
internal sealed class FeedFetcher(PoliteClient http, TimeProvider clock)
{
    public const string Accepted =
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5";

    private const int MostEtag = 1024;
    private const int MostDate = 128;

    public async Task<FetchedFeed> FetchAsync(Feed feed, Visit visit, CancellationToken cancel)
    {
        if (!Uri.TryCreate(feed.Address, UriKind.Absolute, out var address))
        {
            return Problem("The address is not an absolute URL.", weight: 1);
        }

        var conditional = Revalidation.IsConditional(feed, clock.GetUtcNow()) && (feed.Etag ?? feed.LastModified) is not null;
        var request = new OutboundRequest(address) { Prepare = message => Prepare(message, feed, conditional) };
        var answer = await http.GetAsync(request, visit, feed.IgnoreRobots, cancel);
        var fetched = answer.Result.Outcome == OutboundOutcome.Answered ? Judge(answer.Result, feed, conditional) : Failed(answer);
        return fetched with
        {
            WasConditional = conditional,
            FreshFor = Freshness.Of(answer.Result.Headers, answer.Result.ContentHeaders, clock.GetUtcNow()),
        };
    }

    private static void Prepare(HttpRequestMessage request, Feed feed, bool conditional)
    {
        request.Headers.TryAddWithoutValidation("Accept", Accepted);
        if (conditional && feed.Etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", feed.Etag);
        }

        if (conditional && feed.LastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", feed.LastModified);
        }
    }

    private static FetchedFeed Judge(OutboundResult answer, Feed feed, bool conditional) => answer.Status switch
    {
        HttpStatusCode.OK => Sent(answer, feed),
        HttpStatusCode.NotModified when conditional => new() { Result = FetchResult.NotModified, MovedTo = answer.MovedTo },
        HttpStatusCode.NotModified => Problem("The server answers 304 to a request that set no condition.", weight: 0.5),
        HttpStatusCode.PartialContent => Problem("The server sent a part of the document (206) although all of it was asked for.", weight: 0.5),
        HttpStatusCode.NoContent => Problem("The server answers without a document (204).", weight: 0.5),
        HttpStatusCode.Gone => new() { Result = FetchResult.Gone, Problem = "The server says that the feed is gone for good (410)." },
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.UnavailableForLegalReasons =>
            new() { Result = FetchResult.Blocked, Problem = $"The server refuses us ({(int)answer.Status}).", FailureWeight = 1 },
        HttpStatusCode.TooManyRequests => Problem("The server asks for fewer requests (429).", weight: 0.25) with { RetryAfter = RetryAfter(answer) },
        >= HttpStatusCode.InternalServerError => Problem($"The server answered {(int)answer.Status}.", weight: 0.5) with { RetryAfter = RetryAfter(answer) },
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => Problem($"The server redirects ({(int)answer.Status}) without saying where.", weight: 1),
        _ => Problem($"The server answered {(int)answer.Status}.", weight: 1),
    };

    private static FetchedFeed Sent(OutboundResult answer, Feed feed)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span));
        return new FetchedFeed
        {
            // Servers without validators send the same bytes again: no need to read them.
            Result = hash == feed.BodyHash ? FetchResult.NotModified : FetchResult.Changed,
            WasSent = true,
            IsCut = answer.IsCut,
            Body = answer.Body,
            // Half a document must not pass for the whole one when it comes again.
            BodyHash = answer.IsCut ? null : hash,
            ContentType = Raw(answer.ContentHeaders, "Content-Type", MostEtag),
            Etag = answer.IsCut ? null : Raw(answer.Headers, "ETag", MostEtag),
            LastModified = answer.IsCut ? null : Raw(answer.ContentHeaders, "Last-Modified", MostDate),
            Address = answer.Address,
            MovedTo = answer.MovedTo,
        };
    }

    /// <summary>As the server wrote it: validators are compared byte by byte, however odd their form.</summary>
    private static string? Raw(HttpHeaders? headers, string name, int most) =>
        headers is not null && headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 } value && value.Length <= most ? value : null;

    private static RetryConditionHeaderValue? RetryAfter(OutboundResult answer) => answer.Headers?.RetryAfter;

    private static FetchedFeed Problem(string problem, double weight) => new() { Result = FetchResult.Failed, Problem = problem, FailureWeight = weight };

    private static FetchedFeed Failed(PoliteAnswer answer) => new()
    {
        Result = answer.Result.Outcome switch
        {
            OutboundOutcome.Forbidden => FetchResult.Blocked,
            OutboundOutcome.Refused when !answer.IsPassing => FetchResult.Blocked,
            _ => FetchResult.Failed,
        },
        Problem = answer.Result.Problem,
        FailureWeight = answer.Result.Outcome is OutboundOutcome.TimedOut or OutboundOutcome.BadAnswer ? 0.5 : answer.IsPassing ? 0.25 : 1,
    };
}
