using Monitoring.Contracts;

namespace Monitoring.Portal.Sources.Managing;

/// <summary>What the page that imports a list shows.</summary>
public sealed record ImportSourcesModel
{
    /// <summary>What came of the list; null before one was sent.</summary>
    public FeedsImported? Answer { get; init; }

    /// <summary>Key of a sentence that says why the upload cannot be used, or null.</summary>
    public string? Trouble { get; init; }
}
