namespace Monitoring.Contracts;

/// <summary>One article as its feed gave it, cleaned: what every service after FeedIngestor works on.</summary>
public sealed record Article
{
    /// <summary>32 lower-case hex digits derived from the canonical URL: the same address always gives the same id.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Hash of title and text, 16 lower-case hex digits. An edited article keeps its id and changes this.</summary>
    public required string ContentVersion { get; init; }

    /// <summary>Absolute http or https address of the original, without tracking parameters.</summary>
    public required string Url { get; init; }

    /// <summary>Plain text, one line, never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text of the description or the full text, at most 64 KB; empty for a headline alone.</summary>
    public string Text { get; init; } = "";

    /// <summary>The same text as HTML that a page may show, sanitised; null when the text had no mark-up.</summary>
    public string? Html { get; init; }

    /// <summary>ISO 639-1 code that the feed or item claims; null when neither does. A claim: <see cref="ArticleTags.Language"/> is measured.</summary>
    public string? ClaimedLanguage { get; init; }

    /// <summary>When the article was published, UTC. Never later than <see cref="DiscoveredAt"/>.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Where <see cref="PublishedAt"/> came from.</summary>
    public DateOrigin PublishedAtOrigin { get; init; }

    /// <summary>When FeedIngestor first saw this article, UTC.</summary>
    public required DateTimeOffset DiscoveredAt { get; init; }

    /// <summary>The feed that first brought the article.</summary>
    public required ArticleSource Source { get; init; }

    /// <summary>Authors as the feed names them; may be empty.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Categories as the feed names them; may be empty.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>True for the first poll of a feed, imports and retagging: indexed, but never the cause of an alert.</summary>
    public bool NeverAlert { get; init; }
}

/// <summary>Where a publication date came from.</summary>
public enum DateOrigin
{
    /// <summary>The item's own publication date.</summary>
    Item,

    /// <summary>The item's date of last change, when it names no publication date.</summary>
    ItemUpdated,

    /// <summary>The item was undated or unreadable: the time at which it was first fetched.</summary>
    Fetched,

    /// <summary>The item claimed a time to come: the time at which it was first fetched.</summary>
    FutureReplaced,
}

/// <summary>The feed an article came from.</summary>
public sealed record ArticleSource
{
    /// <summary>Derived from the feed's address: 16 lower-case hex digits.</summary>
    public required string FeedId { get; init; }

    /// <summary>Name shown to readers.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the publisher's home, EU, or null when unknown. Never a tag by itself.</summary>
    public string? Country { get; init; }

    /// <summary>wire, newspaper, magazine, state-media, government, regulator, company, think-tank, research or blog; null when unknown.</summary>
    public string? Kind { get; init; }
}
