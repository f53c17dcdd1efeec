using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Counts values of a facet over the articles found.</summary>
internal sealed class FacetCollector(SearchFacet facet) : ICollector
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly BytesRef _value = new();
    private SortedSetDocValues? _values;
    private int[] _ordinals = [];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        Flush();
        _values = context.AtomicReader.GetSortedSetDocValues(LuceneFields.Of(facet));
        _ordinals = new int[_values?.ValueCount ?? 0];
    }

    public void Collect(int doc)
    {
        if (_values is null)
        {
            return;
        }

        _values.SetDocument(doc);
        for (var ordinal = _values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = _values.NextOrd())
        {
            _ordinals[ordinal]++;
        }
    }

    public Dictionary<string, long> Counts()
    {
        Flush();
        _values = null;

        return _counts;
    }

    private void Flush()
    {
        for (var ordinal = 0; _values is not null && ordinal < _ordinals.Length; ordinal++)
        {
            if (_ordinals[ordinal] > 0)
            {
                _values.LookupOrd(ordinal, _value);
                var value = _value.Utf8ToString();
                _counts[value] = _counts.GetValueOrDefault(value) + _ordinals[ordinal];
            }
        }
    }
}

/// <summary>Counts articles found by the hour of their publication.</summary>
internal sealed class HourCollector : ICollector
{
    private const long MillisecondsPerHour = 3_600_000;
    private NumericDocValues? _published;

    public Dictionary<long, long> Counts { get; } = [];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
    }

    public void SetNextReader(AtomicReaderContext context) => _published = context.AtomicReader.GetNumericDocValues(LuceneFields.Published);

    public void Collect(int doc)
    {
        var hour = (long)Math.Floor((double)(_published?.Get(doc) ?? 0) / MillisecondsPerHour);
        Counts[hour] = Counts.GetValueOrDefault(hour) + 1;
    }
}

/// <summary>Ends a search whose reader has gone.</summary>
internal sealed class CancellingCollector(CancellationToken cancel) : ICollector
{
    private int _count;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
    }

    public void SetNextReader(AtomicReaderContext context) => cancel.ThrowIfCancellationRequested();

    public void Collect(int doc)
    {
        if ((++_count & 0xFFF) == 0)
        {
            cancel.ThrowIfCancellationRequested();
        }
    }
}
