using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lucene.Net.Documents;
using Lucene.Net.Util;
using Monitoring.ArticleIndex.Analysis;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Turns an article into a Lucene document and back.</summary>
internal static class LuceneDocument
{
    public static Document From(IndexedArticle indexed)
    {
        var article = ArticleText.Of(indexed);
        var document = new Document
        {
            new StringField(LuceneFields.Id, indexed.Article.ArticleId, Field.Store.NO),
            new SortedDocValuesField(LuceneFields.Id, new BytesRef(indexed.Article.ArticleId)),
            new StoredField(LuceneFields.Json, JsonSerializer.SerializeToUtf8Bytes(indexed, ArticleJson.Options)),
            new Int64Field(LuceneFields.Published, Milliseconds(indexed.Article.PublishedAt), LuceneFields.Moment),
            new NumericDocValuesField(LuceneFields.Published, Milliseconds(indexed.Article.PublishedAt)),
            new Int64Field(LuceneFields.FirstIndexed, Milliseconds(indexed.FirstIndexedAt), LuceneFields.Moment),
            new SingleField(LuceneFields.Relevance, indexed.Tags.Relevance, LuceneFields.Fraction),
            new NumericDocValuesField(LuceneFields.StoryHash, StoryHash(indexed.StoryId)),
        };
        AddText(document, LuceneFields.Title, LuceneFields.TitleStems, article.Title);
        AddText(document, LuceneFields.Text, LuceneFields.TextStems, article.Text);
        AddText(document, LuceneFields.SourceName, null, article.SourceName);
        AddFilters(document, article);
        AddFacets(document, article);

        return document;
    }

    public static IndexedArticle Read(Document document) =>
        JsonSerializer.Deserialize<IndexedArticle>(document.GetBinaryValue(LuceneFields.Json) is { } bytes
            ? bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)
            : throw new InvalidDataException("A document of the index holds no article."), ArticleJson.Options)!;

    public static long Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    /// <summary>64 bits of a story's id: counting by number is several times faster than by text, and two ids in 2^64 never meet.</summary>
    public static long StoryHash(string storyId) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(storyId)));

    private static void AddText(Document document, string words, string? stems, AnalysedText text)
    {
        document.Add(new Field(words, new TermStream(text.Tokens.Select(t => t.Term)), LuceneFields.Words));
        if (stems is not null && text.Stems.Count > 0)
        {
            document.Add(new Field(stems, new TermStream(text.Stems.Where(s => s.Length > 0)), LuceneFields.Stems));
        }
    }

    private static void AddFilters(Document document, ArticleText article)
    {
        foreach (var field in Enum.GetValues<ValueField>())
        {
            foreach (var value in article.Values.Of(field))
            {
                document.Add(new StringField(LuceneFields.Of(field), value, Field.Store.NO));
            }
        }
    }

    private static void AddFacets(Document document, ArticleText article)
    {
        foreach (var facet in Enum.GetValues<SearchFacet>())
        {
            foreach (var value in article.Values.Of(facet))
            {
                document.Add(new SortedSetDocValuesField(LuceneFields.Of(facet), new BytesRef(value)));
            }
        }
    }
}
