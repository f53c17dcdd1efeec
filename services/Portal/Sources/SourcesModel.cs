namespace Monitoring.Portal.Sources;

/// <summary>All that the page of sources shows.</summary>
public sealed record SourcesModel
{
    /// <summary>Feeds on one page.</summary>
    public const int PageSize = 200;

    private static readonly string[] s_order = ["failing", "blocked", "gone", "empty", "new", "moved", "quiet", "healthy", "paused"];

    /// <summary>The feeds of this page, troubled ones first.</summary>
    public required IReadOnlyList<SourceLine> Shown { get; init; }

    /// <summary>Number of feeds by state.</summary>
    public required IReadOnlyDictionary<string, int> Healths { get; init; }

    /// <summary>How many feeds fit the question.</summary>
    public required int Matching { get; init; }

    /// <summary>1 for the first.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The state shown alone, or null.</summary>
    public string? Health { get; init; }

    /// <summary>Words of titles and addresses, or null.</summary>
    public string? Words { get; init; }

    /// <summary>Relevant articles of the last 30 days by feed; null when the index does not answer.</summary>
    public IReadOnlyDictionary<string, long>? Counts { get; init; }

    /// <summary>How far reading has come; null when there is nothing to tell.</summary>
    public FeedProgress? Progress { get; init; }

    /// <summary>FeedIngestor does not answer: the list is the portal's own, and nothing can be changed.</summary>
    public bool IsSilent { get; init; }

    public int All => Healths.Values.Sum();

    /// <summary>Number of feeds by state, troubled ones first.</summary>
    public IReadOnlyList<(string Health, int Count)> States =>
        [.. Healths.Where(state => state.Value > 0).OrderBy(state => Rank(state.Key)).Select(state => (state.Key, state.Value))];

    public static int Rank(string health) => Array.IndexOf(s_order, health);

    /// <summary>The address of another page of this list.</summary>
    public string At(int page) =>
        "/sources?" + string.Join('&', new[] { Part("health", Health), Part("q", Words), page > 1 ? $"page={page}" : null }.OfType<string>());

    private static string? Part(string name, string? value) => string.IsNullOrEmpty(value) ? null : $"{name}={Uri.EscapeDataString(value)}";
}
