namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>Reads identifiers: opaque, so nothing but white space around them is dropped.</summary>
internal static class ItemIds
{
    public static string? Read(string? text)
    {
        text = text?.Trim();
        return string.IsNullOrEmpty(text) || text.Length > FeedLimits.LineCharacters ? null : text;
    }
}
