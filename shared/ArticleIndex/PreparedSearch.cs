using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex;

/// <summary>A request that makes sense, with everything an engine needs.</summary>
internal sealed record PreparedSearch(SearchRequest Request, SearchPlan Plan, Cursor? After, QueryVocabulary Vocabulary)
{
    private const int MaxFacetSize = 500;

    public static QueryProblem BadCursor { get; } = new(0, 0, "This is not a page of this result: begin again with the first.", null);

    public int PageSize => Math.Clamp(Request.PageSize, 1, SearchRequest.MaxPageSize);

    public int FacetSize => Math.Clamp(Request.FacetSize, 1, MaxFacetSize);

    public static (PreparedSearch? Search, QueryProblem? Problem) Of(SearchRequest request, QueryVocabulary vocabulary, DateTimeOffset now)
    {
        var after = request.Cursor is null ? null : Cursor.Parse(request.Cursor, request.Sort);
        if (request.Cursor is not null && after is null)
        {
            return (null, BadCursor);
        }

        var plan = SearchPlan.Of(request, vocabulary, after?.Now ?? now);

        return plan.Query.Problem is { } problem ? (null, problem) : (new(request, plan, after, vocabulary), null);
    }

    /// <summary>The same search with another query; null when that has a problem.</summary>
    public SearchPlan? WithQuery(string query) =>
        SearchPlan.Of(Request with { Query = query }, Vocabulary, Plan.Now) is { Query.Problem: null } plan ? plan : null;

    /// <summary>Most frequent first, then by value; a source's value is its id and its label the name.</summary>
    public IReadOnlyList<FacetValue> Top(SearchFacet facet, IReadOnlyDictionary<string, long> counts)
    {
        var values = facet != SearchFacet.Source
            ? counts.Select(c => new FacetValue(c.Key, c.Value))
            : counts.GroupBy(c => c.Key.Split(Analysis.ArticleValues.LabelSeparator)[0])
                .Select(g => new FacetValue(g.Key, g.Sum(c => c.Value), g.MaxBy(c => c.Value).Key.Split(Analysis.ArticleValues.LabelSeparator)[^1]));

        return [.. values.OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).Take(FacetSize)];
    }
}
