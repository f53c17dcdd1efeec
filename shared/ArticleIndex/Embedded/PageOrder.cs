using Lucene.Net.Index;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>One line of a page before it is read.</summary>
/// <param name="Doc">Its number in the whole index.</param>
/// <param name="Key">Score or milliseconds of publication; the highest comes first.</param>
/// <param name="StoryArticles">How many articles of its story were found.</param>
internal readonly record struct PageHit(int Doc, double Key, int StoryArticles);

/// <summary>Keeps the first hits of an order: by key, and by id among equals. Ids are only looked up for equals.</summary>
internal sealed class PageOrder : IComparer<PageHit>
{
    private readonly IndexView _view;
    private readonly Cursor? _after;
    private readonly int _wanted;
    private readonly PriorityQueue<PageHit, PageHit> _kept;

    public PageOrder(IndexView view, Cursor? after, int wanted)
    {
        (_view, _after, _wanted) = (view, after, wanted);
        _kept = new(this);
    }

    /// <summary>The last comes out of the queue first.</summary>
    public int Compare(PageHit left, PageHit right) => left.Doc == right.Doc ? 0 : Precedes(left, right) ? 1 : -1;

    public bool Precedes(PageHit left, PageHit right) =>
        left.Key > right.Key || (left.Key == right.Key && CompareIds(left.Doc, right.Doc) < 0);

    public void Offer(PageHit hit)
    {
        if (_kept.Count < _wanted)
        {
            if (IsAfterCursor(hit))
            {
                _kept.Enqueue(hit, hit);
            }
        }
        else if (hit.Key >= _kept.Peek().Key && IsAfterCursor(hit) && Precedes(hit, _kept.Peek()))
        {
            _kept.DequeueEnqueue(hit, hit);
        }
    }

    /// <summary>What was kept, first first. Empties the order.</summary>
    public IReadOnlyList<PageHit> Take()
    {
        var hits = new List<PageHit>(_kept.Count);
        while (_kept.TryDequeue(out var hit, out _))
        {
            hits.Add(hit);
        }

        hits.Reverse();
        return hits;
    }

    private bool IsAfterCursor(PageHit hit) => _after is null
        || hit.Key < _after.Key
        || (hit.Key == _after.Key && string.CompareOrdinal(_view.Id(hit.Doc), _after.ArticleId) > 0);

    // Within a segment ids are sorted already; their places compare as they do.
    private int CompareIds(int left, int right)
    {
        var leaves = _view.Reader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(left, leaves)];
        if (right >= leaf.DocBase && right < leaf.DocBase + leaf.AtomicReader.MaxDoc)
        {
            var ids = leaf.AtomicReader.GetSortedDocValues(LuceneFields.Id);
            return ids.GetOrd(left - leaf.DocBase).CompareTo(ids.GetOrd(right - leaf.DocBase));
        }

        return string.CompareOrdinal(_view.Id(left), _view.Id(right));
    }
}
