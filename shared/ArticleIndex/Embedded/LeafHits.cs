using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>The documents that a query found in one segment, with the key that orders each when asked for.</summary>
internal sealed class LeafHits(AtomicReaderContext leaf, SegmentColumns columns) : IDisposable
{
    private const int CancelEvery = 0xFFF;

    private int[] _docs = ArrayPool<int>.Shared.Rent(256);
    private float[]? _scores;

    public AtomicReaderContext Leaf => leaf;

    public SegmentColumns Columns => columns;

    /// <summary>Numbers in the segment, rising.</summary>
    public ReadOnlySpan<int> Docs => _docs.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>What orders the hit: its score when there are scores, else the milliseconds of publication.</summary>
    public double Key(int hit) => _scores?[hit] ?? columns.Published[_docs[hit]];

    public void Find(Weight weight, bool scores, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs) is not { } scorer)
        {
            return;
        }

        _scores = scores ? ArrayPool<float>.Shared.Rent(_docs.Length) : null;
        for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
        {
            if (Count == _docs.Length)
            {
                Grow(ref _docs);
            }

            if (_scores is not null)
            {
                if (Count == _scores.Length)
                {
                    Grow(ref _scores);
                }

                _scores[Count] = scorer.GetScore();
            }

            _docs[Count++] = doc;
            if ((Count & CancelEvery) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>How many documents have each number of a column.</summary>
    public int[] CountBy(int[] column, int numbers)
    {
        var counts = new int[numbers];
        foreach (var doc in Docs)
        {
            counts[column[doc]]++;
        }

        return counts;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_docs);
        _docs = [];
        if (_scores is not null)
        {
            ArrayPool<float>.Shared.Return(_scores);
            _scores = null;
        }
    }

    private void Grow<T>(ref T[] array)
    {
        var larger = ArrayPool<T>.Shared.Rent(array.Length * 4);
        array.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
