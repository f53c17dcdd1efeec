namespace Monitoring.FeedIngestor.Parsing;

/// <summary>What one body said, as its publisher wrote it: nothing is made up, so a missing date stays missing.</summary>
internal sealed record FeedDocument
{
    /// <summary>One of <see cref="FeedFormats"/>; <see cref="FeedFormats.None"/> when the body is no feed.</summary>
    public required string Format { get; init; }

    /// <summary>The encoding that the bytes were read with, which need not be the one they claim.</summary>
    public required string Encoding { get; init; }

    /// <summary>Which reader decided: <see cref="CodeHollowReader"/> or <see cref="OwnReader"/>.</summary>
    public string Reader { get; init; } = OwnReader;

    /// <summary>Atom's id.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text, one line.</summary>
    public string? Title { get; init; }

    public string? Link { get; init; }

    /// <summary>HTML as the feed gave it: not sanitised.</summary>
    public string? Description { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    public string? PublishedRaw { get; init; }

    public DateTimeOffset? Published { get; init; }

    public string? UpdatedRaw { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public UpdateHints Hints { get; init; } = UpdateHints.None;

    /// <summary>The WebSub hub that announces new items.</summary>
    public string? Hub { get; init; }

    /// <summary>The address that the feed calls its own.</summary>
    public string? Self { get; init; }

    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>What was wrong with the body, and why it is no feed when it is none.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public bool IsFeed => Format != FeedFormats.None;

    /// <summary>Why the body is no feed; null when it is one.</summary>
    public string? Problem => IsFeed ? null : Problems.Count > 0 ? Problems[^1] : "The body is no feed.";

    public const string CodeHollowReader = "CodeHollow";

    public const string OwnReader = "Monitoring";

    public static FeedDocument NoFeed(string encoding, IReadOnlyList<string> problems) =>
        new() { Format = FeedFormats.None, Encoding = encoding, Problems = problems };
}
