namespace Monitoring.FeedIngestor.Parsing;

/// <summary>Names of the formats that <see cref="FeedReader"/> tells apart.</summary>
internal static class FeedFormats
{
    public const string None = "none";
    public const string Rss = "rss";
    public const string Rss090 = "rss-0.90";
    public const string Rss10 = "rss-1.0";
    public const string Rss20 = "rss-2.0";
    public const string Atom03 = "atom-0.3";
    public const string Atom10 = "atom-1.0";
    public const string Cdf = "cdf";
    public const string Json10 = "json-1.0";
    public const string Json11 = "json-1.1";

    /// <summary>An rss element says its version itself: 0.91, 0.92, 2.0 and what people make of these.</summary>
    public static string RssOfVersion(string? version) => version?.Trim() switch
    {
        null or "" => Rss,
        "2" or "2.0" or "2.0.0" or "2.00" or "2.1" => Rss20,
        "0.90" or "0.9" => Rss090,
        "1.0" => Rss10,
        "0.91" or "0.92" or "0.93" or "0.94" => "rss-" + version.Trim(),
        _ => Rss,
    };
}
