namespace Monitoring.FeedIngestor.Parsing;

/// <summary>One entry of a feed. Texts are HTML as the feed gave it, for <see cref="Html.SafeHtml"/> and <see cref="Html.PlainText"/> to clean.</summary>
internal sealed record FeedItem
{
    /// <summary>guid, id or rdf:about; null when the item names none.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text, one line.</summary>
    public string? Title { get; init; }

    /// <summary>Absolute where the feed or its address makes that possible.</summary>
    public string? Link { get; init; }

    /// <summary>The article's own address when <see cref="Link"/> leads through a service that counts readers (feedburner:origLink).</summary>
    public string? OriginalLink { get; init; }

    public string? Summary { get; init; }

    public string? Content { get; init; }

    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    public string? PublishedRaw { get; init; }

    public DateTimeOffset? Published { get; init; }

    public string? UpdatedRaw { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>The item's own language or the one it inherits by xml:lang.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>What relative addresses inside <see cref="Content"/> and <see cref="Summary"/> are relative to.</summary>
    public Uri? BaseAddress { get; init; }
}
