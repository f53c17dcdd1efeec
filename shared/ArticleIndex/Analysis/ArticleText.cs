namespace Monitoring.ArticleIndex.Analysis;

/// <summary>An article taken apart as the index takes it apart. Make one per article, then ask any number of queries.</summary>
public sealed class ArticleText
{
    private ArticleText(IndexedArticle document)
    {
        var language = document.Tags.Language is "und" or "" ? document.Article.ClaimedLanguage : document.Tags.Language;
        Document = document;
        Title = AnalysedText.Of(document.Article.Title, language);
        Text = AnalysedText.Of(document.Article.Text, language);
        SourceName = AnalysedText.Of(document.Article.Source.Name, null);
        Values = ArticleValues.Of(document);
    }

    /// <summary>The document.</summary>
    public IndexedArticle Document { get; }

    internal AnalysedText Title { get; }

    internal AnalysedText Text { get; }

    internal AnalysedText SourceName { get; }

    internal ArticleValues Values { get; }

    /// <summary>Takes an article apart.</summary>
    public static ArticleText Of(IndexedArticle document) => new(document);
}
