namespace Monitoring.Portal.Sources;

/// <summary>All that the page of sources shows.</summary>
/// <param name="All">Every feed that was asked at least once.</param>
/// <param name="Counts">Relevant articles of the last 30 days by feed; null when the index does not answer.</param>
/// <param name="Health">The state shown alone, or null.</param>
/// <param name="Progress">How far reading has come; null when there is nothing to tell.</param>
public sealed record SourcesModel(IReadOnlyList<Source> All, IReadOnlyDictionary<string, long>? Counts, string? Health, FeedProgress? Progress)
{
    private static readonly string[] s_order = ["failing", "blocked", "gone", "empty", "moved", "quiet", "healthy"];

    /// <summary>Number of feeds by state, troubled ones first.</summary>
    public IReadOnlyList<(string Health, int Count)> States =>
        [.. All.GroupBy(source => source.Health).OrderBy(group => Array.IndexOf(s_order, group.Key)).Select(group => (group.Key, group.Count()))];

    /// <summary>The feeds to show, troubled ones first.</summary>
    public IReadOnlyList<Source> Shown =>
    [
        .. All.Where(source => string.IsNullOrEmpty(Health) || source.Health == Health)
            .OrderBy(source => Array.IndexOf(s_order, source.Health)).ThenBy(source => source.Title, StringComparer.OrdinalIgnoreCase),
    ];
}
