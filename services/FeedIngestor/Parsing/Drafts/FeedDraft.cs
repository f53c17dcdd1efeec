namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>A feed while its elements are read.</summary>
internal sealed class FeedDraft
{
    public Best<string> Id;
    public Best<FeedText> Title;
    public Best<FeedText> Description;
    public Best<string> Link;
    public Best<string> Self;
    public Best<string> Hub;
    public Best<string> Language;
    public DatePair Dates;

    public People Authors { get; } = new();

    public HintsDraft Hints { get; } = new();

    public FeedDocument Finish(string format, Scope scope, IReadOnlyList<FeedItem> items, ReadContext context) => new()
    {
        Format = format,
        Encoding = context.Encoding,
        Id = Id.Value,
        Title = Title.Value?.AsLine() is { Length: > 0 } title ? title : null,
        Link = Link.Value,
        Description = Description.Value?.AsHtml(),
        Language = Language.Value ?? scope.Language,
        Authors = Authors.All,
        PublishedRaw = Dates.Published?.Raw,
        Published = Dates.Published?.Time,
        UpdatedRaw = Dates.Updated?.Raw,
        Updated = Dates.Updated?.Time,
        Hints = Hints.Finish(),
        Hub = Hub.Value,
        Self = Self.Value,
        Items = items,
        Problems = context.Problems,
    };
}
