namespace Monitoring.Contracts;

/// <summary>An article with its tags. Published by Classifier.</summary>
public sealed record ArticleClassified
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>What it is about.</summary>
    public required ArticleTags Tags { get; init; }
}
