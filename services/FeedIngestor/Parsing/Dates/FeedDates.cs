namespace Monitoring.FeedIngestor.Parsing.Dates;

/// <summary>Reads the dates of feeds: what the standards ask for and what publishers write instead.</summary>
internal static class FeedDates
{
    private const int Longest = 120;

    /// <summary>The time in UTC, or null for what is no date. A date without a zone is UTC, a date without a time is its midnight.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
        {
            return null;
        }

        var date = DateText.Normalise(text);
        return IsoDate.Matches(date.Text, out var iso) ? iso?.ToTime(date.Offset) : WordDate.Read(date.Text)?.ToTime(date.Offset);
    }
}
