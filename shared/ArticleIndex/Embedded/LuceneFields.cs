using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Names and kinds of the fields of a Lucene document.</summary>
internal static class LuceneFields
{
    public const string Id = "id";
    public const string Json = "json";
    public const string Title = "title";
    public const string TitleStems = "title_stems";
    public const string Text = "text";
    public const string TextStems = "text_stems";
    public const string SourceName = "source_name";
    public const string Published = "published";
    public const string FirstIndexed = "first_indexed";
    public const string Relevance = "relevance";
    public const string StoryHash = "story_hash";

    /// <summary>Terms with their order: phrases need it.</summary>
    public static FieldType Words { get; } = Frozen(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    });

    public static FieldType Stems { get; } = Frozen(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
    });

    // Coarser than the default of 4: half the terms, and ranges still take few of them.
    public const int PrecisionStep = 8;

    public static FieldType Moment { get; } = Frozen(new FieldType(Int64Field.TYPE_NOT_STORED) { NumericPrecisionStep = PrecisionStep });

    public static FieldType Fraction { get; } = Frozen(new FieldType(SingleField.TYPE_NOT_STORED) { NumericPrecisionStep = PrecisionStep });

    /// <summary>The field that holds the doc values of a facet.</summary>
    public static string Of(SearchFacet facet) => "facet_" + facet.ToString().ToLowerInvariant();

    /// <summary>The field that holds the values of a filter.</summary>
    public static string Of(Querying.ValueField field) => "is_" + field.ToString().ToLowerInvariant();

    private static FieldType Frozen(FieldType type) => (FieldType)type.Freeze();
}
