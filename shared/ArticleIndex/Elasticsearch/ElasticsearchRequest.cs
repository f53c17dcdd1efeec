using System.Text.Json.Nodes;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>Writes the body of a search.</summary>
internal sealed class ElasticsearchRequest(PreparedSearch search, ElasticsearchCursor cursor, TimeSpan halfLife)
{
    // Elasticsearch answers no page that ends after its 10,000th hit unless it begins after a given one, which groups cannot.
    public const int MaxGroups = 10_000;

    public const string PointInTimeLife = "2m";

    private SearchRequest Request => search.Request;

    public JsonObject Body()
    {
        var query = ElasticsearchQueries.Of(search.Plan);
        var body = new JsonObject
        {
            ["size"] = search.PageSize + 1,
            ["track_total_hits"] = true,
            ["_source"] = new JsonArray(ElasticsearchDocument.Article),
            ["query"] = Request.Sort == SearchSort.Best ? ElasticsearchQueries.WithRecency(query, search.Plan.Now, halfLife) : query,
            ["sort"] = new JsonArray(
                new JsonObject { [Request.Sort == SearchSort.Best ? "_score" : ElasticsearchDocument.Published] = "desc" },
                new JsonObject { [ElasticsearchDocument.Id] = "asc" }),
        };
        if (cursor.PointInTime is { } pit)
        {
            body["pit"] = new JsonObject { ["id"] = pit, ["keep_alive"] = PointInTimeLife };
        }

        AddPlace(body);
        AddAggregations(body);

        return body;
    }

    private void AddPlace(JsonObject body)
    {
        if (!Request.GroupByStory)
        {
            if (cursor.After is { } after)
            {
                body["search_after"] = after.DeepClone();
            }

            return;
        }

        body["from"] = cursor.From;
        body["size"] = Math.Min(search.PageSize + 1, MaxGroups - cursor.From);
        body["collapse"] = new JsonObject
        {
            ["field"] = ElasticsearchDocument.Of(ValueField.Story),
            ["inner_hits"] = new JsonObject { ["name"] = "story", ["size"] = 0 },
        };
    }

    private void AddAggregations(JsonObject body)
    {
        var aggregations = new JsonObject();
        foreach (var facet in Request.Facets.Distinct())
        {
            // A feed that changed its name has two values: a few more than asked for, so that none is lost when they are added up.
            var size = search.FacetSize + (facet == SearchFacet.Source ? 50 : 0);
            aggregations[facet.ToString()] = new JsonObject { ["terms"] = new JsonObject { ["field"] = ElasticsearchDocument.Of(facet), ["size"] = size } };
        }

        if (Request.GroupByStory)
        {
            aggregations["stories"] = new JsonObject
            {
                ["cardinality"] = new JsonObject { ["field"] = ElasticsearchDocument.Of(ValueField.Story), ["precision_threshold"] = 40_000 },
            };
        }

        if (Request.Histogram is { } interval)
        {
            aggregations["found"] = Histogram(interval);
            aggregations["everything"] = new JsonObject
            {
                ["global"] = new JsonObject(),
                ["aggs"] = new JsonObject
                {
                    ["background"] = new JsonObject
                    {
                        ["filter"] = ElasticsearchQueries.Of(AllCondition.Of(search.Plan.Background)),
                        ["aggs"] = new JsonObject { ["all"] = Histogram(interval) },
                    },
                },
            };
        }

        if (aggregations.Count > 0)
        {
            body["aggs"] = aggregations;
        }
    }

    private static JsonObject Histogram(HistogramInterval interval) => new()
    {
        ["date_histogram"] = new JsonObject
        {
            ["field"] = ElasticsearchDocument.Published,
            ["calendar_interval"] = interval.ToString().ToLowerInvariant(),
            ["min_doc_count"] = 1,
        },
    };
}
