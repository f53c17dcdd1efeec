using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex;

/// <summary>One page of a result.</summary>
public sealed record SearchPage
{
    /// <summary>Set when the query or the cursor makes no sense; everything else is empty then.</summary>
    public QueryProblem? Problem { get; init; }

    /// <summary>Number of articles found, exact.</summary>
    public long Total { get; init; }

    /// <summary>Number of stories found; 0 unless grouped by story.</summary>
    public long TotalStories { get; init; }

    /// <summary>The page's items in order.</summary>
    public IReadOnlyList<SearchItem> Items { get; init; } = [];

    /// <summary>Values with counts, most frequent first, for each facet asked for.</summary>
    public IReadOnlyDictionary<SearchFacet, IReadOnlyList<FacetValue>> Facets { get; init; } =
        new Dictionary<SearchFacet, IReadOnlyList<FacetValue>>();

    /// <summary>Counts over time, oldest first, without gaps between the first and the last article found.</summary>
    public IReadOnlyList<HistogramBucket> Histogram { get; init; } = [];

    /// <summary>Pass it as <see cref="SearchRequest.Cursor"/> for the next page; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>When nothing was found: the query with misspelt words replaced by words that articles use; else null.</summary>
    public string? DidYouMean { get; init; }
}

/// <summary>One article found.</summary>
public sealed record SearchItem
{
    /// <summary>The document.</summary>
    public required IndexedArticle Document { get; init; }

    /// <summary>The title cut at the words that match; null unless asked for. Joined, the segments are the title.</summary>
    public IReadOnlyList<TextSegment>? Title { get; init; }

    /// <summary>Up to three passages of the text; the beginning when nothing in it matches; empty unless asked for.</summary>
    public IReadOnlyList<Snippet> Snippets { get; init; } = [];

    /// <summary>How many articles of the story were found, this one included; 1 unless grouped by story.</summary>
    public int StoryArticles { get; init; } = 1;
}

/// <summary>A stretch of plain text. It is not HTML: encode it.</summary>
/// <param name="Text">The words as they stand in the article.</param>
/// <param name="IsMatch">Whether the query asked for them.</param>
public readonly record struct TextSegment(string Text, bool IsMatch);

/// <summary>A passage of an article's text.</summary>
/// <param name="Start">Index of its first UTF-16 unit in the text.</param>
/// <param name="Segments">The passage cut at the words that match.</param>
/// <param name="IsCutBefore">Text comes before it.</param>
/// <param name="IsCutAfter">Text follows it.</param>
public sealed record Snippet(int Start, IReadOnlyList<TextSegment> Segments, bool IsCutBefore, bool IsCutAfter);

/// <summary>A value of a facet.</summary>
/// <param name="Value">What to filter by.</param>
/// <param name="Count">Number of articles found that have it.</param>
/// <param name="Label">Name for readers when the value is an id; else null.</param>
public sealed record FacetValue(string Value, long Count, string? Label = null);

/// <summary>Articles of one stretch of time.</summary>
/// <param name="Start">First moment, UTC.</param>
/// <param name="Count">Articles found.</param>
/// <param name="All">All articles published then that pass the relevance filter: what to divide by.</param>
public sealed record HistogramBucket(DateTimeOffset Start, long Count, long All)
{
    /// <summary>Part of all articles, 0 to 1: attention that does not grow with the number of feeds.</summary>
    public double Share => All == 0 ? 0 : (double)Count / All;
}
