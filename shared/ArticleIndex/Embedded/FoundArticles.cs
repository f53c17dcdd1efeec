using System.Buffers;
using System.Runtime.ExceptionServices;
using Lucene.Net.Search;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Everything that a query found, segment by segment, and what can be counted and chosen of it.</summary>
internal sealed class FoundArticles : IDisposable
{
    // Below this a second thread costs more than it saves.
    private const int ParallelFrom = 20_000;

    private readonly IndexView _view;
    private readonly LeafHits[] _leaves;

    private FoundArticles(IndexView view, LeafHits[] leaves) => (_view, _leaves) = (view, leaves);

    public long Total => _leaves.Sum(l => (long)l.Count);

    /// <summary>Runs a query on all segments, on all processors when there is much to look at.</summary>
    /// <param name="view">The index.</param>
    /// <param name="query">What to find.</param>
    /// <param name="scores">Whether hits are ordered by score; else by publication.</param>
    /// <param name="cancel">Ends the search.</param>
    public static FoundArticles Find(IndexView view, Query query, bool scores, CancellationToken cancel)
    {
        var weight = view.Searcher.CreateNormalizedWeight(query);
        var leaves = new LeafHits[view.Reader.Leaves.Count];
        var largestFirst = view.Reader.Leaves.Select((leaf, number) => (leaf, number)).OrderByDescending(l => l.leaf.AtomicReader.MaxDoc);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = view.Reader.MaxDoc < ParallelFrom ? 1 : Environment.ProcessorCount, CancellationToken = cancel };
        try
        {
            Parallel.ForEach(largestFirst, parallel, l =>
            {
                leaves[l.number] = new LeafHits(l.leaf, view.Columns(l.leaf));
                leaves[l.number].Find(weight, scores, cancel);
            });
        }
        catch (AggregateException many)
        {
            // The failure of a file must be seen as such by those who translate it.
            ExceptionDispatchInfo.Throw(many.InnerExceptions[0]);
        }

        return new(view, leaves);
    }

    public void Dispose() => Array.ForEach(_leaves, l => l.Dispose());

    /// <summary>The first articles of the order.</summary>
    public IReadOnlyList<PageHit> Articles(Cursor? after, int wanted)
    {
        var order = new PageOrder(_view, after, wanted);
        foreach (var leaf in _leaves)
        {
            for (var hit = 0; hit < leaf.Count; hit++)
            {
                order.Offer(new(leaf.Leaf.DocBase + leaf.Docs[hit], leaf.Key(hit), 1));
            }
        }

        return order.Take();
    }

    /// <summary>The first stories of the order, each by its first article, and how many stories there are.</summary>
    public (IReadOnlyList<PageHit> Hits, long Stories) Stories(Cursor? after, int wanted)
    {
        var order = new PageOrder(_view, after, wanted);
        var best = ArrayPool<PageHit>.Shared.Rent(_view.Numbers.StoryCount);
        Array.Clear(best);
        try
        {
            foreach (var leaf in _leaves)
            {
                for (var hit = 0; hit < leaf.Count; hit++)
                {
                    var doc = leaf.Docs[hit];
                    ref var story = ref best[leaf.Columns.Stories[doc]];
                    var found = new PageHit(leaf.Leaf.DocBase + doc, leaf.Key(hit), story.StoryArticles + 1);
                    story = story.StoryArticles == 0 || order.Precedes(found, story) ? found : story with { StoryArticles = found.StoryArticles };
                }
            }

            var stories = 0;
            foreach (var story in best)
            {
                if (story.StoryArticles > 0)
                {
                    stories++;
                    order.Offer(story);
                }
            }

            return (order.Take(), stories);
        }
        finally
        {
            ArrayPool<PageHit>.Shared.Return(best);
        }
    }

    /// <summary>How many articles have each value of a facet.</summary>
    public IReadOnlyDictionary<string, long> Facet(SearchFacet facet)
    {
        var totals = new long[_view.Numbers.ValueCount(facet)];
        foreach (var leaf in _leaves.Where(l => l.Count > 0))
        {
            var column = leaf.Columns.Of(facet);
            var counts = leaf.CountBy(column.Sets, column.Values.Count);
            for (var set = 0; set < counts.Length; set++)
            {
                foreach (var value in counts[set] == 0 ? [] : column.Values[set])
                {
                    totals[value] += counts[set];
                }
            }
        }

        var found = new Dictionary<string, long>();
        for (var value = 0; value < totals.Length; value++)
        {
            if (totals[value] > 0)
            {
                var text = _view.Numbers.Text(facet, value);
                found[text] = found.GetValueOrDefault(text) + totals[value];
            }
        }

        return found;
    }

    /// <summary>How many articles were published in each hour since 1970.</summary>
    public IReadOnlyDictionary<long, long> Hours()
    {
        var totals = new Dictionary<long, long>();
        foreach (var leaf in _leaves.Where(l => l.Count > 0))
        {
            var starts = leaf.Columns.StartOfHour;
            var counts = leaf.CountBy(leaf.Columns.Hours, starts.Count);
            for (var hour = 0; hour < counts.Length; hour++)
            {
                if (counts[hour] > 0)
                {
                    totals[starts[hour]] = totals.GetValueOrDefault(starts[hour]) + counts[hour];
                }
            }
        }

        return totals;
    }
}
