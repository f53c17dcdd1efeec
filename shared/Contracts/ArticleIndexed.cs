namespace Monitoring.Contracts;

/// <summary>A search finds the article now. Published by Indexer after the index has committed.</summary>
public sealed record ArticleIndexed
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>What it is about.</summary>
    public required ArticleTags Tags { get; init; }

    /// <summary>The story that the article tells: the id of the story's first article.</summary>
    public required string StoryId { get; init; }

    /// <summary>When a search could first find the article, UTC: it survives edits, retagging and rebuilds.</summary>
    public required DateTimeOffset FirstIndexedAt { get; init; }
}
