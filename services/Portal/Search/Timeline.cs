using Monitoring.ArticleIndex;

namespace Monitoring.Portal.Search;

/// <summary>One bar of a chart over time.</summary>
/// <param name="Start">First moment, UTC.</param>
/// <param name="End">First moment after, UTC.</param>
/// <param name="Count">Articles found.</param>
/// <param name="All">All relevant articles of that time.</param>
public sealed record Bar(DateTimeOffset Start, DateTimeOffset End, long Count, long All)
{
    public double Share => All == 0 ? 0 : (double)Count / All;
}

/// <summary>Days become weeks, then months, then years, until the bars can be told apart.</summary>
internal static class Timeline
{
    public const int MostBars = 92;

    public static IReadOnlyList<Bar> Fold(IReadOnlyList<HistogramBucket> days)
    {
        var steps = new Func<DateTimeOffset, (DateTimeOffset Start, DateTimeOffset End)>[] { Day, Week, Month, Year };
        foreach (var step in steps)
        {
            List<Bar> bars =
            [
                .. days.GroupBy(day => step(day.Start)).Select(group => new Bar(group.Key.Start, group.Key.End, group.Sum(day => day.Count), group.Sum(day => day.All))),
            ];
            if (bars.Count <= MostBars || step == steps[^1])
            {
                return bars;
            }
        }

        return [];
    }

    private static (DateTimeOffset Start, DateTimeOffset End) Day(DateTimeOffset time) => (time, time.AddDays(1));

    private static (DateTimeOffset Start, DateTimeOffset End) Week(DateTimeOffset time)
    {
        var monday = time.AddDays(-(((int)time.DayOfWeek + 6) % 7));
        return (monday, monday.AddDays(7));
    }

    private static (DateTimeOffset Start, DateTimeOffset End) Month(DateTimeOffset time)
    {
        var first = new DateTimeOffset(time.Year, time.Month, 1, 0, 0, 0, TimeSpan.Zero);
        return (first, first.AddMonths(1));
    }

    private static (DateTimeOffset Start, DateTimeOffset End) Year(DateTimeOffset time) =>
        (new(time.Year, 1, 1, 0, 0, 0, TimeSpan.Zero), new(time.Year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero));
}
