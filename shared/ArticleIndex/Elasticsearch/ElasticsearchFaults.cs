using System.Net;
using System.Text.Json.Nodes;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>Says what an error answer means.</summary>
internal static class ElasticsearchFaults
{
    /// <summary>Another node, or the same one a little later, may answer better.</summary>
    public static bool IsPassing(int status) => status is 429 or 502 or 503 or 504;

    public static IndexUnavailableException Translate(HttpStatusCode status, JsonNode? body)
    {
        var (type, reason) = Reason(body);

        return (int)status switch
        {
            401 or 403 when type != "cluster_block_exception" =>
                new(IndexOutage.Refused, $"Elasticsearch refuses the credentials: {reason}"),
            _ when IsDiskFull(type, reason) => DiskFull(reason),
            _ => new(IndexOutage.Unreachable, $"Elasticsearch answered {(int)status}: {type} {reason}"),
        };
    }

    public static bool IsDiskFull(string type, string reason) => type == "cluster_block_exception"
        && (reason.Contains("read-only", StringComparison.Ordinal) || reason.Contains("disk", StringComparison.Ordinal));

    public static IndexUnavailableException DiskFull(string reason) => new(
        IndexOutage.DiskFull, $"Elasticsearch has locked the index because its disk is nearly full: free some room. {reason}");

    /// <summary>Type and reason of an error, whatever shape it has.</summary>
    public static (string Type, string Reason) Reason(JsonNode? body)
    {
        var error = body is JsonObject { } whole && whole["error"] is { } inner ? inner : body;
        if (error is not JsonObject details)
        {
            return ("", error?.ToString() ?? "");
        }

        // The root cause names the field or the shard; the error itself often only says that all shards failed.
        var cause = details["root_cause"] is JsonArray { Count: > 0 } causes && causes[0] is JsonObject first ? first : details;
        var deeper = details["caused_by"] is JsonObject by ? " " + by["reason"] : "";

        return ((string?)cause["type"] ?? "", (string?)cause["reason"] + deeper);
    }
}
