using Monitoring.FeedIngestor.Parsing.Dates;

namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>A date as written and, when it can be read, as a time.</summary>
internal sealed record FeedDate(string Raw, DateTimeOffset? Time)
{
    public static FeedDate? Read(string? raw)
    {
        raw = raw?.Trim();
        return string.IsNullOrEmpty(raw) || raw.Length > 200 ? null : new FeedDate(raw, FeedDates.Parse(raw));
    }
}
