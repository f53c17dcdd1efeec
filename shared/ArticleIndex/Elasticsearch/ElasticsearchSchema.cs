using System.Text.Json.Nodes;
using Monitoring.ArticleIndex.Embedded;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>The index template: terms from our analysis, split on white space; values as keywords; the article itself, stored only.</summary>
internal static class ElasticsearchSchema
{
    public static JsonObject Template(string name) => new()
    {
        ["index_patterns"] = new JsonArray(name + "-v*"),
        ["priority"] = 500,
        ["template"] = new JsonObject { ["settings"] = Settings(), ["mappings"] = Mappings() },
    };

    private static JsonObject Settings() => new()
    {
        ["number_of_shards"] = 1,
        ["auto_expand_replicas"] = "0-1",
        ["analysis"] = new JsonObject
        {
            ["analyzer"] = new JsonObject { ["terms"] = new JsonObject { ["type"] = "custom", ["tokenizer"] = "whitespace" } },
        },
    };

    private static JsonObject Mappings()
    {
        var properties = new JsonObject
        {
            [ElasticsearchDocument.Article] = new JsonObject { ["type"] = "object", ["enabled"] = false },
            [ElasticsearchDocument.Id] = Keyword(),
            ["title"] = Text("positions"),
            ["title_stems"] = Text("freqs"),
            ["text"] = Text("positions"),
            ["text_stems"] = Text("freqs"),
            ["source_name"] = Text("positions"),
            [ElasticsearchDocument.TitleWords] = Keyword(),
            [ElasticsearchDocument.Published] = Moment(),
            [ElasticsearchDocument.FirstIndexed] = Moment(),
            [ElasticsearchDocument.Written] = Moment(),
            [ElasticsearchDocument.Relevance] = new JsonObject { ["type"] = "float" },
        };
        foreach (var field in Enum.GetValues<ValueField>())
        {
            properties[ElasticsearchDocument.Of(field)] = Keyword();
        }

        foreach (var facet in Enum.GetValues<SearchFacet>())
        {
            properties[ElasticsearchDocument.Of(facet)] = Keyword();
        }

        return new()
        {
            ["dynamic"] = false,
            ["_meta"] = new JsonObject { ["format"] = IndexFolder.Format },
            // What can be made again from the article is not stored twice.
            ["_source"] = new JsonObject { ["excludes"] = new JsonArray("title", "title_stems", "text", "text_stems", "source_name", ElasticsearchDocument.TitleWords) },
            ["properties"] = properties,
        };
    }

    private static JsonObject Keyword() => new() { ["type"] = "keyword" };

    private static JsonObject Moment() => new() { ["type"] = "date", ["format"] = "epoch_millis" };

    private static JsonObject Text(string options) => new() { ["type"] = "text", ["analyzer"] = "terms", ["index_options"] = options };
}
