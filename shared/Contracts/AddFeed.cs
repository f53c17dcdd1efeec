namespace Monitoring.Contracts;

/// <summary>
/// Asks FeedIngestor to follow a feed, named by its own address or by a page that links to it; answered by <see cref="FeedAdded"/>. Asking
/// the publisher can take a minute: give the request as much.
/// </summary>
public sealed record AddFeed
{
    /// <summary>Address as a person types it; https is assumed where no scheme is given.</summary>
    public required string Address { get; init; }

    /// <summary>Follow the address as it is, even if it gives no feed now.</summary>
    public bool Unchecked { get; init; }

    /// <summary>Settings of the new feed; null for none.</summary>
    public FeedSettings? Settings { get; init; }
}

/// <summary>Answers <see cref="AddFeed"/>.</summary>
public sealed record FeedAdded
{
    /// <summary>The feed, new or followed already; null when none was added.</summary>
    public FeedOverview? Feed { get; init; }

    /// <summary>The feed was followed already.</summary>
    public bool WasKnown { get; init; }

    /// <summary>The page names several feeds and none was added: ask again with the address of one.</summary>
    public IReadOnlyList<FeedCandidate> Candidates { get; init; } = [];

    /// <summary>One sentence that says why nothing was added; null otherwise.</summary>
    public string? Problem { get; init; }
}

/// <summary>A feed that a page links to.</summary>
/// <param name="Address">Absolute address.</param>
/// <param name="Title">What the feed or the page calls it.</param>
/// <param name="Items">Items in it now.</param>
public sealed record FeedCandidate(string Address, string Title, int Items);
