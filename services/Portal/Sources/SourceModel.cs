using Monitoring.ArticleIndex;
using Monitoring.Contracts;

namespace Monitoring.Portal.Sources;

/// <summary>All that the page of one feed shows.</summary>
public sealed record SourceModel
{
    public required SourceLine Line { get; init; }

    /// <summary>As FeedIngestor knows it; null when that does not answer.</summary>
    public FeedOverview? Feed { get; init; }

    public bool IsSilent { get; init; }

    /// <summary>What polls told since the portal knows the feed; null before the first.</summary>
    public Source? Last { get; init; }

    /// <summary>Its newest articles, relevant or not; null when the index does not answer.</summary>
    public SearchPage? Articles { get; init; }

    /// <summary>What was just done to it, or null.</summary>
    public string? Done { get; init; }

    /// <summary>One sentence that says why a change was refused, or null.</summary>
    public string? Problem { get; init; }
}
