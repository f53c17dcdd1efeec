using Lucene.Net.Search;
using Lucene.Net.Util;
using Monitoring.ArticleIndex.Highlighting;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Runs one search on one view of the index.</summary>
internal sealed class LuceneSearch(IndexSearcher searcher, PreparedSearch search, TimeSpan halfLife)
{
    private static readonly Sort s_newest = new(new SortField(LuceneFields.Published, SortFieldType.INT64, true), new SortField(LuceneFields.Id, SortFieldType.STRING));
    private static readonly Sort s_best = new(SortField.FIELD_SCORE, new SortField(LuceneFields.Id, SortFieldType.STRING));

    private SearchRequest Request => search.Request;

    private bool IsBest => Request.Sort == SearchSort.Best;

    public SearchPage Run(CancellationToken cancel)
    {
        var facets = Request.Facets.Distinct().ToDictionary(f => f, f => new FacetCollector(f));
        var hours = new HourCollector();
        IPageCollector top = Request.GroupByStory ? new StoryPage(search) : new ArticlePage(search, After(), IsBest ? s_best : s_newest);
        List<ICollector> collectors = [new CancellingCollector(cancel), top.Collector, .. facets.Values];
        if (Request.Histogram is not null)
        {
            collectors.Add(hours);
        }

        var query = LuceneQueries.Of(search.Plan);
        searcher.Search(IsBest ? new RecencyQuery(query, search.Plan.Now, halfLife) : query, MultiCollector.Wrap([.. collectors]));
        var hits = top.Hits();
        var page = hits.Take(search.PageSize).ToList();

        return new()
        {
            Total = top.Total,
            TotalStories = top.TotalStories,
            Items = [.. page.Select(Item)],
            Facets = facets.ToDictionary(f => f.Key, f => search.Top(f.Key, f.Value.Counts())),
            Histogram = Request.Histogram is { } interval ? Histograms.Of(interval, hours.Counts, AllHours(cancel)) : [],
            Next = hits.Count > search.PageSize ? Next(page[^1]) : null,
            DidYouMean = top.Total == 0 ? Propose() : null,
        };
    }

    // Only what finds something is worth proposing.
    private string? Propose()
    {
        var root = search.Plan.Query.Root;
        var proposal = DidYouMean.Propose(root, LuceneSpelling.Corrections(searcher.IndexReader, DidYouMean.Words(root)));

        return proposal is not null && search.WithQuery(proposal) is { } again && searcher.Search(LuceneQueries.Of(again), 1).TotalHits > 0 ? proposal : null;
    }

    private SearchItem Item(PageHit hit)
    {
        var item = new SearchItem { Document = LuceneDocument.Read(searcher.Doc(hit.Doc)), StoryArticles = hit.StoryArticles };

        return Request.Highlight ? Highlighter.Highlight(item, search.Plan.Words) : item;
    }

    private string Next(PageHit last) => new Cursor(Request.Sort, last.Key, last.ArticleId, search.Plan.Now, "").ToString();

    private Dictionary<long, long> AllHours(CancellationToken cancel)
    {
        var hours = new HourCollector();
        var background = LuceneQueries.Of(AllCondition.Of(search.Plan.Background));
        searcher.Search(background, MultiCollector.Wrap(new CancellingCollector(cancel), hours));

        return hours.Counts;
    }

    // The document number of the last item is unknown by now; ids are unique, so the highest number skips exactly that item.
    private FieldDoc? After() => search.After is not { } after || searcher.IndexReader.MaxDoc == 0 ? null : new(
        searcher.IndexReader.MaxDoc - 1,
        float.NaN,
        [IsBest ? J2N.Numerics.Single.GetInstance((float)after.Key) : J2N.Numerics.Int64.GetInstance((long)after.Key), new BytesRef(after.ArticleId)]);
}

/// <summary>One line of a page before it is read.</summary>
internal readonly record struct PageHit(int Doc, double Key, string ArticleId, int StoryArticles);

/// <summary>Keeps the best hits while a search runs: one more than a page, to know whether another follows.</summary>
internal interface IPageCollector
{
    ICollector Collector { get; }

    long Total { get; }

    long TotalStories { get; }

    IReadOnlyList<PageHit> Hits();
}

/// <summary>A page of articles.</summary>
internal sealed class ArticlePage(PreparedSearch search, FieldDoc? after, Sort sort) : IPageCollector
{
    private readonly TopFieldCollector _top = TopFieldCollector.Create(
        sort, search.PageSize + 1, after, fillFields: true, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: false);

    public ICollector Collector => _top;

    public long Total => _top.TotalHits;

    public long TotalStories => 0;

    public IReadOnlyList<PageHit> Hits() => [.. _top.GetTopDocs().ScoreDocs.Cast<FieldDoc>().Select(d =>
        new PageHit(d.Doc, Convert.ToDouble(d.Fields[0], null), ((BytesRef)d.Fields[1]).Utf8ToString(), 1))];
}
