using CsCheck;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Polling;
using Monitoring.FeedIngestor.Tests.Articles;

namespace Monitoring.FeedIngestor.Tests.Polling;

public sealed class PollScheduleTests
{
    private static readonly PollingOptions s_options = new();
    private readonly PollSchedule _schedule = new(s_options);

    [Fact]
    public void A_feed_whose_items_are_mostly_known_is_asked_less_often() =>
        Assert.Equal(TimeSpan.FromMinutes(45), _schedule.AfterAnswer(TimeSpan.FromMinutes(30), items: 10, fresh: 1));

    [Fact]
    public void A_feed_whose_items_are_mostly_new_is_asked_twice_as_often() =>
        Assert.Equal(TimeSpan.FromMinutes(15), _schedule.AfterAnswer(TimeSpan.FromMinutes(30), items: 10, fresh: 9));

    [Fact]
    public void A_feed_in_between_keeps_its_interval() =>
        Assert.Equal(TimeSpan.FromMinutes(30), _schedule.AfterAnswer(TimeSpan.FromMinutes(30), items: 10, fresh: 5));

    [Fact]
    public void The_interval_stays_between_its_limits_whatever_happens() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[0, 2_000], Gen.Int[0, 2_000], Gen.Double[0, 1e6]).Sample((seconds, items, fresh, weight) =>
            InLimits(_schedule.AfterAnswer(TimeSpan.FromSeconds(seconds), items, Math.Min(items, fresh))) && InLimits(_schedule.AfterFailure(weight)));

    [Fact]
    public void A_failing_feed_is_asked_ever_less_often_but_never_given_up()
    {
        var intervals = Enumerable.Range(1, 30).Select(failures => _schedule.AfterFailure(failures)).ToList();

        Assert.Equal(intervals.Order(), intervals);
        Assert.Equal(s_options.MaxInterval, intervals[^1]);
    }

    [Fact]
    public void What_publisher_and_server_ask_for_is_a_lower_bound()
    {
        var byDocument = Due(TestArticles.Feed(), fresh: null, hint: TimeSpan.FromHours(6));
        var byServer = Due(TestArticles.Feed(), fresh: TimeSpan.FromHours(3), hint: TimeSpan.Zero);
        var beyondADay = Due(TestArticles.Feed(), fresh: TimeSpan.FromDays(365), hint: TimeSpan.Zero);

        Assert.InRange(byDocument, TimeSpan.FromHours(6), TimeSpan.FromHours(6.2));
        Assert.InRange(byServer, TimeSpan.FromHours(3), TimeSpan.FromHours(3.2));
        Assert.InRange(beyondADay, TimeSpan.FromHours(24), TimeSpan.FromHours(24.2));
    }

    [Fact]
    public void An_interval_that_a_person_set_overrides_what_was_learned_and_asked_for() =>
        Assert.Equal(TimeSpan.FromHours(1), Due(TestArticles.Feed() with { FixedIntervalSeconds = 3_600 }, TimeSpan.FromHours(5), TimeSpan.FromHours(6)));

    [Fact]
    public void Hours_and_days_that_the_publisher_skips_are_skipped()
    {
        // The 26th of November 2026 is a Thursday; it is eight o'clock.
        var state = State(TimeSpan.Zero) with { SkipHours = 1 << 8 | 1 << 9 };

        var hour = _schedule.Due(TestArticles.Feed(), TimeSpan.FromMinutes(10), null, state);
        var day = _schedule.Due(TestArticles.Feed(), TimeSpan.FromMinutes(10), null, state with { SkipDays = 1 << (int)DayOfWeek.Thursday });

        Assert.Equal((10, 26), (hour.Hour, hour.Day));
        Assert.Equal(DayOfWeek.Friday, day.DayOfWeek);
    }

    [Fact]
    public void Feeds_that_were_added_together_drift_apart()
    {
        var waits = Enumerable.Range(0, 50).Select(each => PollSchedule.Spread(TestArticles.Feed($"https://example.org/{each}"), TimeSpan.FromMinutes(60))).ToList();

        Assert.InRange(waits.Distinct().Count(), 40, 50);
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(66)));
    }

    private TimeSpan Due(Feed feed, TimeSpan? fresh, TimeSpan hint) => _schedule.Due(feed, TimeSpan.FromMinutes(10), fresh, State(hint)) - TestArticles.Now;

    private static FeedState State(TimeSpan hint) => FeedState.Of(TestArticles.Feed(), TestArticles.Now, FeedHealth.Healthy) with { HintSeconds = (int)hint.TotalSeconds };

    private static bool InLimits(TimeSpan interval) => interval >= s_options.MinInterval && interval <= s_options.MaxInterval;
}
