using System.Text;
using Monitoring.FeedIngestor.Feeds;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>
/// Learns how often a feed is worth asking from how much of each answer was known already: time stamps lie, overlap does not. What
/// publisher and server ask for is a lower bound; what a person set overrides both.
/// </summary>
internal sealed class PollSchedule(PollingOptions options)
{
    /// <summary>Before anything is known.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(30);

    private const double MostlyKnown = 0.67;
    private const double MostlyNew = 0.33;
    private const double Jitter = 0.1;
    private static readonly TimeSpan s_mostJitter = TimeSpan.FromMinutes(10);

    /// <summary>The interval after an answer with <paramref name="items"/> items of which <paramref name="fresh"/> were new.</summary>
    public TimeSpan AfterAnswer(TimeSpan interval, int items, int fresh)
    {
        var known = items == 0 ? 1 : 1 - (double)fresh / items;
        var factor = known > MostlyKnown ? 1.5 : known < MostlyNew ? 0.5 : 1;
        return Clamp(interval * factor);
    }

    /// <summary>The interval while a feed fails: doubled for each full failure, never given up.</summary>
    public TimeSpan AfterFailure(double failureWeight) =>
        Clamp(First * Math.Pow(2, Math.Min(failureWeight, 12)));

    /// <summary>When a feed that answered is due again.</summary>
    /// <param name="feed">Gives the person's interval and spreads feeds that were added together.</param>
    /// <param name="interval">What was learned.</param>
    /// <param name="freshFor">What the server's headers promise.</param>
    /// <param name="state">Gives what the document asks for.</param>
    public DateTimeOffset Due(Feed feed, TimeSpan interval, TimeSpan? freshFor, FeedState state)
    {
        if (feed.FixedIntervalSeconds is { } set)
        {
            return state.PolledAt + TimeSpan.FromSeconds(set);
        }

        if (state.PushedUntil > state.PolledAt)
        {
            return state.PolledAt + Spread(feed, options.MaxInterval);
        }

        var wait = Longer(interval, Longer(TimeSpan.FromSeconds(state.HintSeconds), freshFor ?? TimeSpan.Zero));
        return Allowed(state.PolledAt + Spread(feed, wait < options.MaxInterval ? wait : options.MaxInterval), state);
    }

    /// <summary>A little later, never earlier, and each time by another share: feeds that were added together drift apart.</summary>
    public static TimeSpan Spread(Feed feed, TimeSpan wait)
    {
        var chance = Encoding.UTF8.GetBytes($"{feed.FeedId}/{feed.Polls}").Aggregate(2166136261u, (hash, octet) => (hash ^ octet) * 16777619u);
        var most = wait * Jitter < s_mostJitter ? wait * Jitter : s_mostJitter;
        return wait + most * (chance % 1_000 / 1_000.0);
    }

    // RSS skipHours and skipDays: the next hour that is not among them. A feed that forbids every hour forbids none.
    private static DateTimeOffset Allowed(DateTimeOffset due, FeedState state)
    {
        const int HoursOfWeek = 7 * 24;
        var at = due.ToUniversalTime();
        for (var hours = 0; hours < HoursOfWeek; hours++)
        {
            if ((state.SkipHours >> at.Hour & 1) == 0 && (state.SkipDays >> (int)at.DayOfWeek & 1) == 0)
            {
                return at;
            }

            at = at.AddHours(1).AddMinutes(-at.Minute);
        }

        return due;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private TimeSpan Clamp(TimeSpan interval) =>
        interval < options.MinInterval ? options.MinInterval : interval > options.MaxInterval ? options.MaxInterval : interval;
}
