using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Parsing;

namespace Monitoring.FeedIngestor.Fetching;

/// <summary>
/// Whether to ask "only if it changed". Some servers answer 304 although it did: now and then the whole document is asked for, and a
/// server found lying twice is not offered the question again.
/// </summary>
internal static class Revalidation
{
    private const int LiesForgiven = 1;

    /// <summary>After so many "not modified" in a row, or after so long, the document is asked for unconditionally.</summary>
    public const int MostUnchanged = 8;

    public static readonly TimeSpan LongestUnread = TimeSpan.FromHours(24);

    // Items are often dated a little before they are published.
    private static readonly TimeSpan s_tolerance = TimeSpan.FromMinutes(30);

    public static bool IsConditional(Feed feed, DateTimeOffset now) =>
        feed.Lies <= LiesForgiven
        && feed.Unchanged < MostUnchanged
        && (feed.Unchanged == 0 || feed.ReadAt is not { } read || now - read < LongestUnread);

    /// <summary>
    /// True when a probe proves that the last "not modified" was untrue: there is something new under the same validators, or the news is
    /// older than the answer that denied it.
    /// </summary>
    public static bool IsLie(Feed feed, FetchedFeed fetched, FeedDocument document, int changed)
    {
        if (changed == 0 || feed.Unchanged == 0 || fetched.WasConditional)
        {
            return false;
        }

        var sameTag = feed.Etag is not null && feed.Etag == fetched.Etag;
        var sameDate = feed.Etag is null && feed.LastModified is not null && feed.LastModified == fetched.LastModified;
        var newest = document.Items.Max(item => item.Published ?? item.Updated);
        return sameTag || sameDate || (newest > feed.ReadAt && newest < feed.PolledAt - s_tolerance);
    }
}
