using System.Net.Http.Headers;

namespace Monitoring.FeedIngestor.Fetching;

/// <summary>How long an answer says that it will stay as it is: RFC 9111's max-age and Expires.</summary>
internal static class Freshness
{
    /// <summary>Null when nothing is promised, or not to us.</summary>
    public static TimeSpan? Of(HttpResponseHeaders? headers, HttpContentHeaders? content, DateTimeOffset now)
    {
        if (headers?.CacheControl is { } cache && (cache.NoCache || cache.NoStore || cache.MaxAge is not null))
        {
            return cache is { NoCache: false, NoStore: false, MaxAge: { } age } ? Positive(age - (headers.Age ?? TimeSpan.Zero)) : null;
        }

        return content?.Expires is { } expires ? Positive(expires - (headers?.Date ?? now)) : null;
    }

    private static TimeSpan? Positive(TimeSpan span) => span > TimeSpan.Zero ? span : null;
}
