namespace Monitoring.Contracts;

/// <summary>The article will never be indexed: FeedIngestor stops republishing it. Published by Classifier and Indexer.</summary>
public sealed record ArticleRejected
{
    /// <summary>Which article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Which content of it.</summary>
    public required string ContentVersion { get; init; }

    /// <summary><c>classify</c> or <c>index</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>One sentence for an operator.</summary>
    public required string Reason { get; init; }
}
