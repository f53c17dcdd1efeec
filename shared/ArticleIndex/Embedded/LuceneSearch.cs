using Monitoring.ArticleIndex.Highlighting;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Runs one search on one view of the index.</summary>
internal sealed class LuceneSearch(IndexView view, PreparedSearch search, TimeSpan halfLife)
{
    private SearchRequest Request => search.Request;

    private bool IsBest => Request.Sort == SearchSort.Best;

    public SearchPage Run(CancellationToken cancel)
    {
        var query = LuceneQueries.Of(Plan());
        using var found = FoundArticles.Find(view, IsBest ? new RecencyQuery(query, search.Plan.Now, halfLife) : query, IsBest, cancel);

        // One more than a page, to know whether another follows.
        var (hits, stories) = Request.GroupByStory ? found.Stories(search.After, search.PageSize + 1) : (found.Articles(search.After, search.PageSize + 1), 0);
        var page = hits.Take(search.PageSize).ToList();

        return new()
        {
            Total = found.Total,
            TotalStories = stories,
            Items = [.. page.Select(Item)],
            Facets = Request.Facets.Distinct().ToDictionary(f => f, f => search.Top(f, found.Facet(f))),
            Histogram = Request.Histogram is { } interval ? Histograms.Of(interval, found.Hours(), AllHours(cancel)) : [],
            Next = hits.Count > search.PageSize ? Next(page[^1]) : null,
            DidYouMean = found.Total == 0 ? Propose() : null,
        };
    }

    // An article that came after the first page would move its whole story before the pages that follow, out of the reader's sight.
    private SearchPlan Plan() => search.After is { } after && Request.GroupByStory
        ? search.Plan with { Filters = [.. search.Plan.Filters, new MomentCondition(MomentField.FirstIndexed, null, after.Now.AddMilliseconds(1))] }
        : search.Plan;

    // Only what finds something is worth proposing.
    private string? Propose()
    {
        var root = search.Plan.Query.Root;
        var proposal = DidYouMean.Propose(root, LuceneSpelling.Corrections(view.Reader, DidYouMean.Words(root)));

        return proposal is not null && search.WithQuery(proposal) is { } again && view.Searcher.Search(LuceneQueries.Of(again), 1).TotalHits > 0 ? proposal : null;
    }

    private SearchItem Item(PageHit hit)
    {
        var item = new SearchItem { Document = LuceneDocument.Read(view.Searcher.Doc(hit.Doc)), StoryArticles = hit.StoryArticles };

        return Request.Highlight ? Highlighter.Highlight(item, search.Plan.Words) : item;
    }

    private string Next(PageHit last) => new Cursor(Request.Sort, last.Key, view.Id(last.Doc), search.Plan.Now, "").ToString();

    // Without conditions on time and relevance it is the same for all requests.
    private IReadOnlyDictionary<long, long> AllHours(CancellationToken cancel) => search.Plan.Background switch
    {
        [] or [ValueCondition { Field: ValueField.Relevant }] => view.Hours.GetOrAdd(search.Plan.Background.Count, _ => CountAllHours(cancel)),
        _ => CountAllHours(cancel),
    };

    private IReadOnlyDictionary<long, long> CountAllHours(CancellationToken cancel)
    {
        using var all = FoundArticles.Find(view, LuceneQueries.Of(AllCondition.Of(search.Plan.Background)), scores: false, cancel);

        return all.Hours();
    }
}
