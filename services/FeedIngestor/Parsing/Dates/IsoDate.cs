using System.Globalization;
using System.Text.RegularExpressions;

namespace Monitoring.FeedIngestor.Parsing.Dates;

/// <summary>ISO 8601 and W3C-DTF with their liberties: two-digit years, days of the year, blanks for T, any zone; and Unix time.</summary>
internal static partial class IsoDate
{
    /// <summary>True when the text has this form; the date is null when it has the form and is none, as in "2003-13-01".</summary>
    public static bool Matches(string text, out DateParts? date)
    {
        date = null;
        var match = Form().Match(text);
        if (!match.Success)
        {
            return UnixTime(text, out date);
        }

        var groups = match.Groups;
        var year = DateParts.FullYear(Number(groups["y"]) ?? 0, groups["y"].Length);
        var month = Number(groups["m"]) ?? 1;
        var day = Number(groups["d"]) ?? 1;
        if (Number(groups["o"]) is { } dayOfYear)
        {
            if (year is < 1 or > 9998 || dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365))
            {
                return true;
            }

            (month, day) = new DateOnly(year, 1, 1).AddDays(dayOfYear - 1) is var on ? (on.Month, on.Day) : default;
        }

        var zone = groups["z"].Value;
        var offset = zone.Length == 0 ? null : Zones.Find(zone);
        var hour = HalfDays.Hour(Number(groups["h"]) ?? 0, groups["half"].Value);
        if ((zone.Length == 0 || offset is not null) && hour is not null)
        {
            date = new DateParts(year, month, day)
            {
                Hour = hour.Value,
                Minute = Number(groups["mi"]) ?? 0,
                Second = Number(groups["s"]) ?? 0,
                Offset = offset,
            };
        }

        return true;
    }

    private static bool UnixTime(string text, out DateParts? date)
    {
        date = null;
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return false;
        }

        var time = DateTimeOffset.FromUnixTimeSeconds(text.Length == 13 ? seconds / 1000 : seconds);
        date = new DateParts(time.Year, time.Month, time.Day) { Hour = time.Hour, Minute = time.Minute, Second = time.Second, Offset = TimeSpan.Zero };
        return true;
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    // Five bare digits are a year and a day of it only with a leading zero: otherwise they may be any number.
    [GeneratedRegex(
        """
        ^(?:(?<y>[0-9]{4})(?:[-/.]\ ?(?<m>0?[0-9]{1,2})[-/.]\ ?(?<d>[0-9]{1,2})\.?|[-/.]\ ?(?<m>[0-9]{1,2})|(?<m>[0-9]{2})(?<d>[0-9]{2})|-?(?<o>[0-9]{3}))?
        |(?<y>[0-9]{2})-(?<m>[0-9]{2})-(?<d>[0-9]{2})|(?<y>[0-9]{2})(?<m>[0-9]{2})(?<d>[0-9]{2})
        |(?<y>0[0-9])(?<o>[0-9]{3})|(?<y>[0-9]{2})-(?<o>[0-9]{3})
        |-(?<y>[0-9]{2})-?(?<m>[0-9]{2}))
        (?:\ ?T\ ?|,?\ )?
        (?:(?<=[T\ ])(?<h>[0-9]{1,2})(?::(?<mi>[0-9]{1,2})(?::(?<s>[0-9]{1,2})(?:[.,][0-9]+)?)?|(?<mi>[0-9]{2})(?:(?<s>[0-9]{2})(?:[.,][0-9]+)?)?)?
        \ ?(?<half>[AaPp]\.?[Mm]\.?)?\ ?(?<z>[A-Za-z][A-Za-z_/]*(?:\ ?[+\-][0-9:]{1,5})?|[+\-]\ ?[0-9]{1,2}:?[0-9]{0,2}(?:\ \([A-Za-z\ ]+\))?)?)?$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
