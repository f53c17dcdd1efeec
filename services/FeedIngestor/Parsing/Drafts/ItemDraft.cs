using Monitoring.FeedIngestor.Parsing.Html;

namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>An item while its elements are read, each of which may offer something for any field.</summary>
internal sealed class ItemDraft(Scope scope)
{
    private readonly List<string> _categories = [];
    private readonly List<FeedEnclosure> _enclosures = [];

    public Best<string> Id;
    public Best<string> Link;
    public Best<string> OriginalLink;
    public Best<FeedText> Title;
    public Best<FeedText> Summary;
    public Best<FeedText> Content;
    public Best<string> Language;
    public DatePair Dates;

    public People Authors { get; } = new();

    public void AddCategory(string? category)
    {
        category = category is null || category.Length > FeedLimits.LineCharacters ? "" : PlainText.CollapseLine(category);
        if (category.Length > 0 && _categories.Count < FeedLimits.ListEntries && !_categories.Contains(category))
        {
            _categories.Add(category);
        }
    }

    public void AddEnclosure(string? url, string? type, string? length)
    {
        if (scope.Resolve(url) is { } absolute && _enclosures.Count < FeedLimits.ListEntries && !_enclosures.Exists(known => known.Url == absolute))
        {
            type = string.IsNullOrWhiteSpace(type) ? null : type.Trim();
            _enclosures.Add(new FeedEnclosure(absolute, type, long.TryParse(length, out var bytes) && bytes > 0 ? bytes : null));
        }
    }

    public FeedItem Finish()
    {
        var text = Content.Value ?? Summary.Value;
        if (_enclosures.Count > 0)
        {
            Link.Offer(_enclosures[0].Url, LinkRanks.Enclosure);
        }

        return new FeedItem
        {
            Id = Id.Value,
            Title = Title.Value?.AsLine() is { Length: > 0 } title ? title : null,
            Link = Link.Value,
            OriginalLink = OriginalLink.Value,
            Summary = Summary.Value?.AsHtml(),
            Content = ReferenceEquals(Content.Value, Summary.Value) ? null : Content.Value?.AsHtml(),
            Authors = Authors.All,
            PublishedRaw = Dates.Published?.Raw,
            Published = Dates.Published?.Time,
            UpdatedRaw = Dates.Updated?.Raw,
            Updated = Dates.Updated?.Time,
            Language = Language.Value ?? (text ?? Title.Value)?.Scope.Language ?? (text is null ? scope.Language : null),
            Categories = _categories,
            Enclosures = _enclosures,
            BaseAddress = text?.Scope.Address ?? scope.Address,
        };
    }
}
