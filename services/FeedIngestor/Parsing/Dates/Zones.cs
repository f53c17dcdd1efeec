using System.Collections.Frozen;
using System.Globalization;

namespace Monitoring.FeedIngestor.Parsing.Dates;

/// <summary>Time zones by offset and by the names that feeds use; where a name means several zones, the one that most feeds mean.</summary>
internal static class Zones
{
    private const string Table =
        """
        UT 0 UTC 0 GMT 0 Z 0 WET 0 EGST 0 AZOST 0 BST 60 IST 330 CET 60 MET 60 MEZ 60 WEST 60 WAT 60 CEST 120 MEST 120 MESZ 120 EET 120 SAST 120 CAT 120
        EEST 180 MSK 180 EAT 180 TRT 180 FET 180 AST -240 MSD 240 GST 240 SAMT 240 AZT 240 GET 240 AMT 240 IRST 210 IRDT 270 AFT 270 PKT 300 UZT 300
        YEKT 300 TMT 300 NPT 345 BDT 360 ALMT 360 OMST 360 MMT 390 ICT 420 WIB 420 NOVT 420 KRAT 420 HKT 480 SGT 480 PHT 480 MYT 480 AWST 480 WITA 480
        IRKT 480 ULAT 480 JST 540 KST 540 WIT 540 YAKT 540 ACST 570 ACDT 630 AEST 600 VLAT 600 PGT 600 AEDT 660 MAGT 660 NZST 720 FJT 720 NZDT 780
        AT -240 ET -300 CT -360 MT -420 PT -480 EST -300 EDT -240 CST -360 CDT -300 MST -420 MDT -360 PST -480 PDT -420 AKST -540 AKDT -480 HST -600
        HAST -600 HADT -540 ADT -180 NST -210 NDT -150 BRT -180 BRST -120 ART -180 UYT -180 CLT -240 CLST -180 BOT -240 VET -240 PYT -240 COT -300
        PET -300 ECT -300
        """;

    private static readonly FrozenDictionary<string, int> s_minutes = Table
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Chunk(2)
        .ToFrozenDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    public static bool IsName(string name) => ByName(name) is not null;

    /// <summary>Reads "+02:00", "-0500", "+2", "EST", "GMT+1", "Etc/UTC" and "Europe/Paris" (standard time).</summary>
    public static TimeSpan? Find(string zone)
    {
        var sign = zone.AsSpan().IndexOfAny('+', '-');
        if (sign < 0)
        {
            return ByName(zone.Trim());
        }

        var comment = zone.IndexOf('(', StringComparison.Ordinal);
        var digits = (comment < 0 ? zone[(sign + 1)..] : zone[(sign + 1)..comment]).Trim();
        return sign == 0 || ByName(zone[..sign].Trim()) is not null ? ByOffset(digits, zone[sign] == '-') : null;
    }

    public static TimeSpan? ByOffset(string digits, bool negative)
    {
        var colon = digits.IndexOf(':', StringComparison.Ordinal);
        var (hours, minutes) = (colon, digits.Length) switch
        {
            ( > 0, _) => (digits[..colon], digits[(colon + 1)..]),
            (_, > 2) => (digits[..^2], digits[^2..]),
            _ => (digits, "0"),
        };
        if (!int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var h)
            || !int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var m) || h > 23 || m > 59)
        {
            return null;
        }

        var offset = new TimeSpan(h, m, 0);
        return negative ? -offset : offset;
    }

    private static TimeSpan? ByName(string name)
    {
        if (s_minutes.TryGetValue(name, out var minutes))
        {
            return TimeSpan.FromMinutes(minutes);
        }

        if (name.StartsWith("Etc/", StringComparison.OrdinalIgnoreCase))
        {
            return ByName(name[4..]);
        }

        return name.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone.BaseUtcOffset : null;
    }
}
