using System.Text.Json.Nodes;
using Monitoring.ArticleIndex.Analysis;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>Asks the term suggester for words near those that no article uses.</summary>
internal static class ElasticsearchSpelling
{
    public static JsonObject Body(IReadOnlyList<Token> words)
    {
        var suggest = new JsonObject();
        foreach (var word in words)
        {
            suggest[word.Term] = new JsonObject
            {
                ["text"] = word.Term,
                ["term"] = new JsonObject { ["field"] = "text", ["suggest_mode"] = "missing", ["max_edits"] = 2, ["prefix_length"] = 1, ["size"] = 1 },
            };
        }

        return new() { ["size"] = 0, ["suggest"] = suggest };
    }

    public static Dictionary<string, string> Read(JsonNode? answer)
    {
        var corrections = new Dictionary<string, string>();
        foreach (var (word, entries) in answer?["suggest"] as JsonObject ?? [])
        {
            if (entries?[0]?["options"] is JsonArray { Count: > 0 } options && (string?)options[0]?["text"] is { } near)
            {
                corrections[word] = near;
            }
        }

        return corrections;
    }
}
