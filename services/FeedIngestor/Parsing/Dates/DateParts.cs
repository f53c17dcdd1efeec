namespace Monitoring.FeedIngestor.Parsing.Dates;

/// <summary>The numbers of a date, not yet known to be one.</summary>
internal sealed record DateParts(int Year, int Month, int Day)
{
    // Thai feeds count years from the Buddha: 2567 is 2024.
    private const int BuddhistEra = 543;

    public int Hour { get; init; }

    public int Minute { get; init; }

    public int Second { get; init; }

    /// <summary>Null when the text names no zone.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>Two-digit years as RFC 2822, 4.3 reads them.</summary>
    public static int FullYear(int year, int digits) => digits switch
    {
        <= 2 => year < 50 ? 2000 + year : 1900 + year,
        3 => 1900 + year,
        _ => year is > 2400 and < 2700 ? year - BuddhistEra : year,
    };

    public DateTimeOffset? ToTime(TimeSpan fallbackOffset)
    {
        var midnightAfter = Hour == 24 && Minute == 0 && Second == 0;
        if (Year is < 1 or > 9998 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month)
            || Hour < 0 || (Hour > 23 && !midnightAfter) || Minute is < 0 or > 59 || Second is < 0 or > 60)
        {
            return null;
        }

        // A leap second is told as the second before it: DateTime has none.
        var local = new DateTime(Year, Month, Day, midnightAfter ? 0 : Hour, Minute, Math.Min(Second, 59)).AddDays(midnightAfter ? 1 : 0);
        var ticks = local.Ticks - (Offset ?? fallbackOffset).Ticks;
        return ticks < 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
