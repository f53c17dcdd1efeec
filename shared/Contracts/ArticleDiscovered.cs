namespace Monitoring.Contracts;

/// <summary>An article not seen before, or seen again with new content. Published by FeedIngestor.</summary>
public sealed record ArticleDiscovered
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }
}
