using CsCheck;
using Monitoring.FeedIngestor.Polling;

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

    private static bool InLimits(TimeSpan interval) => interval >= s_options.MinInterval && interval <= s_options.MaxInterval;
}
