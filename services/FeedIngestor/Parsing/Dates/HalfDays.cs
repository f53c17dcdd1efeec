using System.Collections.Frozen;

namespace Monitoring.FeedIngestor.Parsing.Dates;

/// <summary>Hours before and after noon.</summary>
internal static class HalfDays
{
    private static readonly FrozenSet<string> s_before = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "am", "πμ", "ص", "дп", "vorm");
    private static readonly FrozenSet<string> s_after = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "pm", "μμ", "م", "пп", "nachm");

    public static bool Is(string word) => s_before.Contains(Bare(word)) || s_after.Contains(Bare(word));

    /// <summary>The hour of 24; null for "13 am". Without a mark the hour is as given.</summary>
    public static int? Hour(int hour, string mark)
    {
        if (mark.Length == 0)
        {
            return hour;
        }

        var after = s_after.Contains(Bare(mark));
        return hour switch
        {
            12 => after ? 12 : 0,
            < 12 => after ? hour + 12 : hour,

            // "14:05 PM" says the same thing twice.
            _ => after && hour < 24 ? hour : null,
        };
    }

    private static string Bare(string mark) => mark.Replace(".", "", StringComparison.Ordinal);
}
