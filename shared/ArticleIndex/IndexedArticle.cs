using Monitoring.Contracts;

namespace Monitoring.ArticleIndex;

/// <summary>One document of the index. Its id is <see cref="Article.ArticleId"/>: writing it again replaces it.</summary>
public sealed record IndexedArticle
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>What it is about.</summary>
    public required ArticleTags Tags { get; init; }

    /// <summary>The story it belongs to; articles about one event share it.</summary>
    public required string StoryId { get; init; }

    /// <summary>When the article first became searchable, UTC; survives edits and rebuilds.</summary>
    public required DateTimeOffset FirstIndexedAt { get; init; }
}
