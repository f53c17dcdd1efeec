using System.Text.Json.Nodes;
using Monitoring.ArticleIndex.Highlighting;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>Reads the answer to a search.</summary>
internal sealed class ElasticsearchAnswer(PreparedSearch search, ElasticsearchCursor cursor, JsonNode? answer)
{
    private readonly List<JsonNode> _hits = [.. (answer?["hits"]?["hits"] as JsonArray ?? []).OfType<JsonNode>()];

    private SearchRequest Request => search.Request;

    public SearchPage Page() => new()
    {
        Total = (long?)answer?["hits"]?["total"]?["value"] ?? 0,
        TotalStories = Request.GroupByStory ? (long?)answer?["aggregations"]?["stories"]?["value"] ?? 0 : 0,
        Items = [.. _hits.Take(search.PageSize).Select(Item)],
        Facets = Request.Facets.Distinct().ToDictionary(f => f, f => search.Top(f, Counts(answer?["aggregations"]?[f.ToString()], b => (string)b["key"]!))),
        Histogram = Request.Histogram is { } interval ? Histogram(interval) : [],
        Next = Next(),
    };

    private SearchItem Item(JsonNode hit)
    {
        var item = new SearchItem
        {
            Document = ElasticsearchDocument.Read(hit["_source"]),
            StoryArticles = Request.GroupByStory ? (int?)hit["inner_hits"]?["story"]?["hits"]?["total"]?["value"] ?? 1 : 1,
        };

        return Request.Highlight ? Highlighter.Highlight(item, search.Plan.Words) : item;
    }

    private string? Next()
    {
        var reached = cursor.From + search.PageSize;
        if (_hits.Count <= search.PageSize || (Request.GroupByStory && reached >= ElasticsearchRequest.MaxGroups))
        {
            return null;
        }

        var place = Request.GroupByStory
            ? new ElasticsearchCursor((string?)answer!["pit_id"], null, reached)
            : new ElasticsearchCursor((string?)answer!["pit_id"], _hits[search.PageSize - 1]["sort"]?.AsArray(), 0);

        return new Cursor(Request.Sort, 0, "-", search.Plan.Now, place.ToString()).ToString();
    }

    private IReadOnlyList<HistogramBucket> Histogram(HistogramInterval interval)
    {
        var aggregations = answer?["aggregations"];

        return Histograms.Of(interval, Counts(aggregations?["found"], Hour), Counts(aggregations?["everything"]?["background"]?["all"], Hour));
    }

    private static long Hour(JsonNode bucket) => (long)Math.Floor((double)bucket["key"]! / 3_600_000);

    private static Dictionary<T, long> Counts<T>(JsonNode? aggregation, Func<JsonNode, T> key) where T : notnull =>
        (aggregation?["buckets"] as JsonArray ?? []).OfType<JsonNode>().ToDictionary(key, b => (long)b["doc_count"]!);
}
