using System.Text.Json;
using System.Text.Json.Nodes;
using Monitoring.ArticleIndex.Analysis;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>Turns an article into a document of Elasticsearch and back. Field names are those of the embedded engine where both have one.</summary>
internal static class ElasticsearchDocument
{
    public const string Article = "article";
    public const string Id = "id";
    public const string Published = "published";
    public const string FirstIndexed = "first_indexed";
    public const string Relevance = "relevance";

    /// <summary>When the document was sent: a rebuild copies again what was written while it ran.</summary>
    public const string Written = "written";

    /// <summary>Words of the title one by one, for completion.</summary>
    public const string TitleWords = "title_words";

    public static string Of(ValueField field) => "is_" + field.ToString().ToLowerInvariant();

    public static string Of(SearchFacet facet) => "facet_" + facet.ToString().ToLowerInvariant();

    public static JsonObject From(IndexedArticle indexed, DateTimeOffset now)
    {
        var article = ArticleText.Of(indexed);
        var document = new JsonObject
        {
            [Article] = JsonSerializer.SerializeToNode(indexed, ArticleJson.Options),
            [Id] = indexed.Article.ArticleId,
            ["title"] = Words(article.Title),
            ["title_stems"] = Stems(article.Title),
            ["text"] = Words(article.Text),
            ["text_stems"] = Stems(article.Text),
            ["source_name"] = Words(article.SourceName),
            [TitleWords] = Array(article.Title.Tokens.Select(t => t.Term).Distinct()),
            [Published] = indexed.Article.PublishedAt.ToUnixTimeMilliseconds(),
            [FirstIndexed] = indexed.FirstIndexedAt.ToUnixTimeMilliseconds(),
            [Written] = now.ToUnixTimeMilliseconds(),
            [Relevance] = indexed.Tags.Relevance,
        };
        foreach (var field in Enum.GetValues<ValueField>())
        {
            document[Of(field)] = Array(article.Values.Of(field));
        }

        foreach (var facet in Enum.GetValues<SearchFacet>())
        {
            document[Of(facet)] = Array(article.Values.Of(facet));
        }

        return document;
    }

    public static IndexedArticle Read(JsonNode? source) => source?[Article]?.Deserialize<IndexedArticle>(ArticleJson.Options)
        ?? throw new IndexUnavailableException(IndexOutage.Corrupt, "A document of the Elasticsearch index holds no article: rebuild the index.");

    private static string Words(AnalysedText text) => string.Join(' ', text.Tokens.Select(t => t.Term));

    private static string Stems(AnalysedText text) => string.Join(' ', text.Stems.Where(s => s.Length > 0));

    private static JsonArray Array(IEnumerable<string> values) => [.. values.Select(v => (JsonNode)v)];
}
