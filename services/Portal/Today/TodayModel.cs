using Monitoring.ArticleIndex;
using Monitoring.Portal.Search;
using Monitoring.Portal.Sources;
using Monitoring.Portal.Topics;

namespace Monitoring.Portal.Today;

/// <summary>All that the first page shows.</summary>
public sealed record TodayModel
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>1 or 7.</summary>
    public required int Days { get; init; }

    /// <summary>The window's articles, counted.</summary>
    public required SearchPage Page { get; init; }

    public required IReadOnlyList<SearchItem> Stories { get; init; }

    /// <summary>Null when there is too little history.</summary>
    public required IReadOnlyList<(Topic Topic, Change Change)>? Rising { get; init; }

    public required IReadOnlyList<Bar> Bars { get; init; }

    public FeedProgress? Progress { get; init; }

    /// <summary>The search behind the page.</summary>
    public SearchAddress Address => new() { Query = Days == 1 ? "last:24h" : "last:7d" };
}
