namespace Monitoring.ArticleIndex;

/// <summary>How an index is.</summary>
/// <param name="State">Whether it serves.</param>
/// <param name="Engine"><c>embedded</c> or <c>elasticsearch</c>.</param>
/// <param name="Articles">Number of articles; 0 when unknown.</param>
/// <param name="SizeBytes">Size on disk in bytes; 0 when unknown.</param>
/// <param name="Message">One sentence for an operator; empty when all is well.</param>
public sealed record IndexHealth(IndexState State, string Engine, long Articles, long SizeBytes, string Message);

/// <summary>Whether an index serves.</summary>
public enum IndexState
{
    /// <summary>Searches and writes work.</summary>
    Ready,

    /// <summary>Searches work; another process writes, and this one takes over when it ends.</summary>
    Standby,

    /// <summary>Written by another version of the analysis: it must be rebuilt before it can be searched or written.</summary>
    NeedsRebuild,

    /// <summary>Neither searches nor writes work.</summary>
    Unavailable,
}
