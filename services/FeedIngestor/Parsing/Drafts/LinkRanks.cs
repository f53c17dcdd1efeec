namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>Which of an item's addresses leads to the article, best first.</summary>
internal static class LinkRanks
{
    public const int Alternate = 0;
    public const int AlternateOfOtherType = 1;
    public const int Plain = 2;
    public const int Permalink = 4;
    public const int Identifier = 5;
    public const int Enclosure = 6;

    /// <summary>An address that is at least about the article, such as rel="self" or "via".</summary>
    public const int Other = 8;
}
