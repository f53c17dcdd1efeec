namespace Monitoring.FeedIngestor.Polling;

/// <summary>
/// Learns how often a feed is worth asking from how much of each answer was known already: time stamps lie, overlap does not.
/// </summary>
internal sealed class PollSchedule(PollingOptions options)
{
    /// <summary>Before anything is known.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(30);

    private const double MostlyKnown = 0.67;
    private const double MostlyNew = 0.33;

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

    private TimeSpan Clamp(TimeSpan interval) =>
        interval < options.MinInterval ? options.MinInterval : interval > options.MaxInterval ? options.MaxInterval : interval;
}
