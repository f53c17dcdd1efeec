using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>
/// What every search asks of each article found, as arrays of one segment: reading an element takes about a nanosecond, reading
/// the same through Lucene's doc values some fifty. About 40 bytes for an article.
/// </summary>
internal sealed class SegmentColumns
{
    private const long MillisecondsPerHour = 3_600_000;

    private readonly Dictionary<SearchFacet, FacetColumn> _facets;

    public SegmentColumns(AtomicReader reader, ColumnNumbers numbers)
    {
        Published = new long[reader.MaxDoc];
        Hours = new int[reader.MaxDoc];
        Stories = new int[reader.MaxDoc];
        var published = reader.GetNumericDocValues(LuceneFields.Published);
        var hashes = reader.GetNumericDocValues(LuceneFields.StoryHash);
        for (var doc = 0; doc < Published.Length; doc++)
        {
            Published[doc] = published?.Get(doc) ?? 0;
            Stories[doc] = numbers.Story(hashes?.Get(doc) ?? 0);
        }

        StartOfHour = NumberHours();
        _facets = Enum.GetValues<SearchFacet>().ToDictionary(f => f, f => FacetColumn.Of(reader, f, numbers));
    }

    /// <summary>Milliseconds of publication, by document.</summary>
    public long[] Published { get; }

    /// <summary>Number of the hour of publication, by document; <see cref="StartOfHour"/> says which hour it is.</summary>
    public int[] Hours { get; }

    /// <summary>Hours since 1970, by number.</summary>
    public IReadOnlyList<long> StartOfHour { get; }

    /// <summary>Number of the story, by document; the same in every segment.</summary>
    public int[] Stories { get; }

    public FacetColumn Of(SearchFacet facet) => _facets[facet];

    // Only hours that occur get a number: one article dated 1970 must not cost half a million counters.
    private List<long> NumberHours()
    {
        var starts = new List<long>();
        var numbers = new Dictionary<long, int>();
        for (var doc = 0; doc < Published.Length; doc++)
        {
            var hour = (long)Math.Floor((double)Published[doc] / MillisecondsPerHour);
            if (!numbers.TryGetValue(hour, out var number))
            {
                number = starts.Count;
                numbers[hour] = number;
                starts.Add(hour);
            }

            Hours[doc] = number;
        }

        return starts;
    }
}

/// <summary>The values of a facet: each article has one set of values, and a segment has few different sets.</summary>
/// <param name="Sets">Number of the set, by document.</param>
/// <param name="Values">Numbers of the values, by set; the same in every segment.</param>
internal sealed record FacetColumn(int[] Sets, IReadOnlyList<int[]> Values)
{
    public static FacetColumn Of(AtomicReader reader, SearchFacet facet, ColumnNumbers numbers)
    {
        var sets = new int[reader.MaxDoc];
        if (reader.GetSortedSetDocValues(LuceneFields.Of(facet)) is not { } values)
        {
            return new(sets, [[]]);
        }

        // Set 0 is empty, sets 1 to n hold one value, a longer set is a shorter one and the next value.
        List<int[]> known = [[], .. Enumerable.Range(0, (int)values.ValueCount).Select(ordinal => new[] { numbers.Value(facet, Text(values, ordinal)) })];
        var longer = new Dictionary<(int Shorter, long Ordinal), int>();
        for (var doc = 0; doc < sets.Length; doc++)
        {
            values.SetDocument(doc);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
            {
                sets[doc] = sets[doc] == 0 ? (int)ordinal + 1 : Longer(sets[doc], ordinal);
            }
        }

        return new(sets, known);

        int Longer(int shorter, long ordinal)
        {
            if (!longer.TryGetValue((shorter, ordinal), out var set))
            {
                set = known.Count;
                longer[(shorter, ordinal)] = set;
                known.Add([.. known[shorter], known[(int)ordinal + 1][0]]);
            }

            return set;
        }
    }

    private static string Text(SortedSetDocValues values, long ordinal)
    {
        var text = new BytesRef();
        values.LookupOrd(ordinal, text);

        return text.Utf8ToString();
    }
}
