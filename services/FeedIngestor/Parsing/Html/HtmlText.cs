namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>Writes text as HTML: only what means something to HTML is encoded, letters stay letters.</summary>
internal static class HtmlText
{
    public static string Encode(string text) => text.AsSpan().ContainsAny("&<>\"")
        ? text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        : text;
}
