using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>A page of stories: of each the first article in the order, and how many were found.</summary>
internal sealed class StoryPage(PreparedSearch search) : IPageCollector, ICollector
{
    private readonly Dictionary<long, Story> _stories = [];
    private readonly List<AtomicReaderContext> _leaves = [];
    private readonly BytesRef _id = new();
    private NumericDocValues? _hashes;
    private NumericDocValues? _published;
    private Scorer? _scorer;
    private int _docBase;

    public ICollector Collector => this;

    public long Total { get; private set; }

    public long TotalStories => _stories.Count;

    public bool AcceptsDocsOutOfOrder => true;

    private bool IsBest => search.Request.Sort == SearchSort.Best;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        _leaves.Add(context);
        _docBase = context.DocBase;
        _hashes = context.AtomicReader.GetNumericDocValues(LuceneFields.StoryHash);
        _published = context.AtomicReader.GetNumericDocValues(LuceneFields.Published);
    }

    public void Collect(int doc)
    {
        Total++;
        var key = IsBest ? _scorer!.GetScore() : (double)(_published?.Get(doc) ?? 0);
        var hash = _hashes?.Get(doc) ?? 0;
        var found = new Story(_docBase + doc, key, 1);
        _stories[hash] = !_stories.TryGetValue(hash, out var story) ? found
            : (Precedes(found, story) ? found : story) with { Count = story.Count + 1 };
    }

    public IReadOnlyList<PageHit> Hits()
    {
        var wanted = search.PageSize + 1;
        var top = new PriorityQueue<Story, Story>(Comparer<Story>.Create((a, b) => a.Doc == b.Doc ? 0 : Precedes(a, b) ? 1 : -1));
        foreach (var story in _stories.Values.Where(IsAfterCursor))
        {
            top.Enqueue(story, story);
            if (top.Count > wanted)
            {
                top.Dequeue();
            }
        }

        var hits = new List<PageHit>();
        while (top.TryDequeue(out var story, out _))
        {
            hits.Add(new(story.Doc, story.Key, Id(story.Doc), story.Count));
        }

        hits.Reverse();
        return hits;
    }

    private bool IsAfterCursor(Story story) => search.After is not { } after
        || story.Key < after.Key
        || (story.Key == after.Key && string.CompareOrdinal(Id(story.Doc), after.ArticleId) > 0);

    private bool Precedes(Story left, Story right) =>
        left.Key > right.Key || (left.Key == right.Key && string.CompareOrdinal(Id(left.Doc), Id(right.Doc)) < 0);

    private string Id(int doc)
    {
        var leaf = _leaves.FindLast(l => l.DocBase <= doc)!;
        leaf.AtomicReader.GetSortedDocValues(LuceneFields.Id).Get(doc - leaf.DocBase, _id);

        return _id.Utf8ToString();
    }

    private readonly record struct Story(int Doc, double Key, int Count);
}
