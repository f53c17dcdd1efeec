using System.Globalization;

namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>Gathers what a feed says about how often to ask.</summary>
internal sealed class HintsDraft
{
    private readonly HashSet<int> _hours = [];
    private readonly HashSet<DayOfWeek> _days = [];
    private TimeSpan? _timeToLive;
    private TimeSpan? _period;
    private int _frequency = 1;

    public void TimeToLive(string? minutes)
    {
        if (Number(minutes) is > 0 and <= 525_600 and var count)
        {
            _timeToLive = TimeSpan.FromMinutes(count);
        }
    }

    public void Period(string? name) => _period = name?.Trim().ToLowerInvariant() switch
    {
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        "monthly" => TimeSpan.FromDays(30),
        "yearly" => TimeSpan.FromDays(365),
        _ => _period,
    };

    public void Frequency(string? times) => _frequency = Number(times) is > 0 and <= 100_000 and var count ? count : _frequency;

    public void SkipHour(string? hour)
    {
        // RSS 0.91 counts from 1 to 24, RSS 2.0 from 0 to 23.
        if (Number(hour) is >= 0 and <= 24 and var value)
        {
            _hours.Add(value % 24);
        }
    }

    public void SkipDay(string? day)
    {
        if (Enum.TryParse<DayOfWeek>(day?.Trim(), ignoreCase: true, out var value) && Enum.IsDefined(value))
        {
            _days.Add(value);
        }
    }

    public UpdateHints Finish() => new()
    {
        TimeToLive = _timeToLive,
        UpdatePeriod = _period / _frequency,
        SkipHours = [.. _hours.Order()],
        SkipDays = [.. _days.Order()],
    };

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
}
