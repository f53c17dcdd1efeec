using Monitoring.Contracts;

namespace Monitoring.Portal.Sources.Managing;

/// <summary>What the page that adds a feed shows.</summary>
public sealed record AddSourceModel
{
    /// <summary>As typed.</summary>
    public string Address { get; init; } = "";

    /// <summary>Why no feed was added: candidates or a problem; null before the form was sent.</summary>
    public FeedAdded? Answer { get; init; }
}
