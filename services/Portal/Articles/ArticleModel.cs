using Monitoring.ArticleIndex;
using Monitoring.Contracts;

namespace Monitoring.Portal.Articles;

/// <summary>All that the page of one article shows.</summary>
/// <param name="Document">The article with its tags.</param>
/// <param name="Others">Other articles of the story, newest first.</param>
public sealed record ArticleModel(IndexedArticle Document, IReadOnlyList<SearchItem> Others)
{
    /// <summary>What people have corrected, oldest first.</summary>
    public IReadOnlyList<TagsCorrected> Corrections { get; init; } = [];

    /// <summary>The reader has just corrected something.</summary>
    public bool Kept { get; init; }

    /// <summary>The text in paragraphs, each cut at the words that speak for a tag.</summary>
    public IReadOnlyList<IReadOnlyList<TextSegment>> Paragraphs =>
        EvidenceMarks.Paragraphs(Document.Article.Text, Spans(EvidenceField.Text));

    /// <summary>The title, cut likewise.</summary>
    public IReadOnlyList<TextSegment> Title => EvidenceMarks.Cut(Document.Article.Title, 0, Document.Article.Title.Length, Spans(EvidenceField.Title));

    public bool HasMarks => Title.Concat(Paragraphs.SelectMany(paragraph => paragraph)).Any(segment => segment.IsMatch);

    private IEnumerable<Evidence> Spans(EvidenceField field) =>
        Document.Tags.Countries.Where(tag => tag.Role != CountryRole.Mention).SelectMany(tag => tag.Evidence)
            .Concat(Document.Tags.Themes.SelectMany(tag => tag.Evidence))
            .Where(evidence => evidence.Field == field);
}
