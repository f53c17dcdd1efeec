namespace Monitoring.FeedIngestor.Parsing.Dates;

/// <summary>A number of a date.</summary>
/// <param name="Value">The number.</param>
/// <param name="Digits">How many digits it was written with.</param>
/// <param name="Before">The sign before it.</param>
internal readonly record struct DateNumber(int Value, int Digits, char Before);

/// <summary>Decides which number of a date is the year, which the month and which the day.</summary>
internal static class WordDateNumbers
{
    public static DateParts? Put(List<DateNumber> numbers, int? month, (int Hour, int Minute, int Second)? time, string half, TimeSpan? offset)
    {
        if (time is null && half.Length > 0 && numbers.Count > 2)
        {
            // "March 3 2026 9 pm": the last number is the hour.
            time = (numbers[^1].Value, 0, 0);
            numbers.RemoveAt(numbers.Count - 1);
        }

        var (hour, minute, second) = time ?? default;
        return Day(numbers, month) is { } day && HalfDays.Hour(hour, half) is { } fullHour
            ? day with { Hour = fullHour, Minute = minute, Second = second, Offset = offset }
            : null;
    }

    private static DateParts? Day(List<DateNumber> numbers, int? month)
    {
        switch (month, numbers.Count)
        {
            case (not null, 1) when numbers[0].Digits == 4:
                return new DateParts(DateParts.FullYear(numbers[0].Value, 4), month.Value, 1);
            case (not null, 2):
                var (first, second) = (numbers[0], numbers[1]);
                var yearFirst = first.Digits > 2 || first.Value > 31;
                var (year, day) = yearFirst ? (first, second) : (second, first);
                return new DateParts(DateParts.FullYear(year.Value, year.Digits), month.Value, day.Value);
            case (null, 3):
                return Numeric(numbers[0], numbers[1], numbers[2]);
            default:
                return null;
        }
    }

    /// <summary>2006/09/15, 15.09.2006, 9/15/2006: slashes are American unless that gives no date.</summary>
    private static DateParts? Numeric(DateNumber a, DateNumber b, DateNumber c)
    {
        if (b.Before != c.Before || b.Before is not ('/' or '.' or '-'))
        {
            return null;
        }

        if (a.Digits == 4)
        {
            return new DateParts(a.Value, b.Value, c.Value);
        }

        var year = DateParts.FullYear(c.Value, c.Digits);
        var american = b.Before == '/' && a.Value <= 12;
        return american ? new DateParts(year, a.Value, b.Value) : new DateParts(year, b.Value, a.Value);
    }
}
