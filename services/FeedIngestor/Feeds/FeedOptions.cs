namespace Monitoring.FeedIngestor.Feeds;

/// <summary>Which feeds an empty store begins with. Environment prefix: <c>Feeds__</c>.</summary>
public sealed class FeedOptions
{
    /// <summary>OPML file read at every start; feeds that are not known yet are added. Default: the list that ships with the product.</summary>
    public string? Opml { get; set; }
}
