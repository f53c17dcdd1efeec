namespace Monitoring.Contracts;

/// <summary>Asks FeedIngestor to follow the feeds of a list; answered by <see cref="FeedsImported"/>.</summary>
public sealed record ImportFeeds
{
    /// <summary>The text of an OPML file, 1.0 or 2.0, nested or flat, at most 5 MB.</summary>
    public required string Opml { get; init; }
}

/// <summary>Answers <see cref="ImportFeeds"/>.</summary>
public sealed record FeedsImported
{
    /// <summary>Feeds that are followed from now on.</summary>
    public int Added { get; init; }

    /// <summary>Feeds that were followed already.</summary>
    public int Known { get; init; }

    /// <summary>One sentence for each entry that was left out, at most 20; one alone when the list could not be read.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>Asks FeedIngestor for its feeds as OPML 2.0; answered by <see cref="FeedsExported"/>.</summary>
public sealed record ExportFeeds
{
    /// <summary>One folder and what it holds, as in <see cref="FeedOverview.Folder"/>; null for all feeds.</summary>
    public string? Folder { get; init; }
}

/// <summary>Answers <see cref="ExportFeeds"/>.</summary>
public sealed record FeedsExported
{
    /// <summary>The text of an OPML 2.0 file, nested by folder.</summary>
    public required string Opml { get; init; }
}
