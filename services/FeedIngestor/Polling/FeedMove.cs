using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Fetching;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>
/// 301 and 308 move a feed, but only when they repeat, since servers in maintenance redirect everything to a page, and only when the new
/// address answers with a feed.
/// </summary>
internal static class FeedMove
{
    private const int Repeats = 3;

    public static FeedState Apply(FeedState state, Feed feed, FetchedFeed fetched)
    {
        if (fetched.MovedTo?.AbsoluteUri is not { } target || target == feed.Address)
        {
            return state with { MovedTo = null, MovedTimes = 0 };
        }

        var times = target == feed.MovedTo ? feed.MovedTimes + 1 : 1;
        return times < Repeats
            ? state with { MovedTo = target, MovedTimes = times, Health = FeedHealth.Moved, Problem = $"Redirects for good to {target}, {times} of {Repeats} times." }
            : state with { MovedTo = null, MovedTimes = 0, Address = target, Health = FeedHealth.Moved, Problem = $"Moved from {feed.Address}." };
    }

    /// <summary>The new address is another feed's already: this one has nothing left to tell.</summary>
    public static FeedState IntoAnother(FeedState state, Feed feed) => state with
    {
        Address = feed.Address,
        Status = FeedStatus.Gone,
        Health = FeedHealth.Moved,
        Problem = $"Moved to {state.Address}, which is polled as a feed of its own.",
        MovedTo = state.Address,
    };
}
