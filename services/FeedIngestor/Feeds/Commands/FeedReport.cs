using System.Globalization;
using Monitoring.FeedIngestor.Parsing;

namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary>A document in words.</summary>
internal static class FeedReport
{
    private const int MostItems = 20;

    public static IEnumerable<(string Name, string? Value)> Of(FeedDocument document)
    {
        yield return ("format", document.Format);
        yield return ("encoding", document.Encoding);
        yield return ("reader", document.Reader);
        foreach (var problem in document.Problems)
        {
            yield return ("problem", problem);
        }

        if (!document.IsFeed)
        {
            yield break;
        }

        yield return ("title", document.Title);
        yield return ("link", document.Link);
        yield return ("language", document.Language);
        yield return ("self", document.Self);
        yield return ("hub", document.Hub);
        yield return ("asks for", Hints(document.Hints));
        yield return ("items", Count(document));
        foreach (var item in document.Items.Take(MostItems))
        {
            yield return ("", $"{Date(item),-22} {item.Title ?? "(no title)"}");
            yield return ("", $"{"",-22} {item.Link ?? "(no link)"}");
        }
    }

    private static string Count(FeedDocument document)
    {
        var items = document.Items;
        var dates = items.Select(item => item.Published ?? item.Updated).OfType<DateTimeOffset>().ToList();
        var undated = items.Count - dates.Count;
        var span = dates.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", from {dates.Min():yyyy-MM-dd HH:mm} to {dates.Max():yyyy-MM-dd HH:mm}");
        return string.Create(CultureInfo.InvariantCulture, $"{items.Count}{span}{(undated > 0 ? $", {undated} undated" : "")}{(items.Count > MostItems ? $"; the first {MostItems}:" : "")}");
    }

    private static string Date(FeedItem item) => (item.Published ?? item.Updated, item.PublishedRaw ?? item.UpdatedRaw) switch
    {
        ({ } date, _) => date.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ssZ", CultureInfo.InvariantCulture),
        (null, { } raw) => $"unread: {raw}",
        _ => "undated",
    };

    private static string? Hints(UpdateHints hints)
    {
        var parts = new List<string>();
        if (hints.TimeToLive is { } ttl)
        {
            parts.Add($"{ttl.TotalMinutes:0} minutes between polls");
        }

        if (hints.UpdatePeriod is { } period)
        {
            parts.Add($"updates every {period.TotalMinutes:0} minutes");
        }

        if (hints.SkipHours.Count + hints.SkipDays.Count > 0)
        {
            parts.Add($"no polls in hours {string.Join(' ', hints.SkipHours)} and on {string.Join(' ', hints.SkipDays)}");
        }

        return parts.Count > 0 ? string.Join(", ", parts) : null;
    }
}
