namespace Monitoring.ArticleIndex;

/// <summary>Adds hours up to wider buckets.</summary>
internal static class Histograms
{
    // A hundred years of days; hours over a long archive would be more than any page shows.
    private const int MaxBuckets = 40_000;

    public static IReadOnlyList<HistogramBucket> Of(HistogramInterval interval, IReadOnlyDictionary<long, long> foundByHour, IReadOnlyDictionary<long, long> allByHour)
    {
        var found = Sum(interval, foundByHour);
        if (found.Count == 0)
        {
            return [];
        }

        var all = Sum(interval, allByHour);
        var buckets = new List<HistogramBucket>();
        var last = found.Keys.Max();
        for (var at = found.Keys.Min(); at <= last && buckets.Count < MaxBuckets; at = Next(interval, at))
        {
            buckets.Add(new(at, found.GetValueOrDefault(at), all.GetValueOrDefault(at)));
        }

        return buckets;
    }

    private static Dictionary<DateTimeOffset, long> Sum(HistogramInterval interval, IReadOnlyDictionary<long, long> hours) => hours
        .GroupBy(h => Start(interval, DateTimeOffset.UnixEpoch.AddHours(h.Key)))
        .ToDictionary(g => g.Key, g => g.Sum(h => h.Value));

    private static DateTimeOffset Start(HistogramInterval interval, DateTimeOffset hour) => interval switch
    {
        HistogramInterval.Hour => hour,
        HistogramInterval.Day => Day(hour),
        HistogramInterval.Week => Day(hour).AddDays(-(((int)hour.DayOfWeek + 6) % 7)),
        _ => new(hour.Year, hour.Month, 1, 0, 0, 0, TimeSpan.Zero),
    };

    private static DateTimeOffset Next(HistogramInterval interval, DateTimeOffset start) => interval switch
    {
        HistogramInterval.Hour => start.AddHours(1),
        HistogramInterval.Day => start.AddDays(1),
        HistogramInterval.Week => start.AddDays(7),
        _ => start.AddMonths(1),
    };

    private static DateTimeOffset Day(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);
}
