namespace Monitoring.FeedIngestor.Parsing;

/// <summary>What one body may cost. Beyond a limit the rest is left out and the document says so.</summary>
internal static class FeedLimits
{
    public const int Items = 2_000;

    /// <summary>UTF-8 bytes of plain text that an item may have.</summary>
    public const int TextBytes = 64 * 1024;

    /// <summary>Characters of HTML that are looked at for one item: mark-up is allowed to be eight times the text.</summary>
    public const int HtmlCharacters = 8 * TextBytes;

    /// <summary>Characters of a title, an id, a link, a name.</summary>
    public const int LineCharacters = 4_096;

    /// <summary>Open elements; honest feeds stay under 40, XHTML content included.</summary>
    public const int Depth = 200;

    /// <summary>Elements of one document.</summary>
    public const int Elements = 400_000;

    /// <summary>Categories, authors or enclosures of one item.</summary>
    public const int ListEntries = 100;
}
