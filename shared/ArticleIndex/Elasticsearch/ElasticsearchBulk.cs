using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>Writes many documents in few requests, and sees to each one's own result.</summary>
internal sealed class ElasticsearchBulk(ElasticsearchConnection connection, TimeProvider clock)
{
    // A tenth of what Elasticsearch takes by default; larger ones are not faster.
    private const int MaxRequestBytes = 8_000_000;
    private const int MaxRounds = 6;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Adds or replaces documents of an index or alias.</summary>
    /// <exception cref="RejectedDocumentException">Some can never be written; the others are.</exception>
    public Task IndexAsync(string index, IEnumerable<IndexedArticle> articles, bool waitForRefresh, CancellationToken cancel) =>
        WriteAsync(index, articles.Select(a => Operation("index", a.Article.ArticleId, ElasticsearchDocument.From(a, clock.GetUtcNow()))), waitForRefresh, cancel);

    public Task DeleteAsync(string index, IEnumerable<string> ids, CancellationToken cancel) =>
        WriteAsync(index, ids.Distinct().Select(id => Operation("delete", id, null)), waitForRefresh: true, cancel);

    private async Task WriteAsync(string index, IEnumerable<BulkOperation> operations, bool waitForRefresh, CancellationToken cancel)
    {
        var rejected = new Dictionary<string, string>();
        foreach (var request in Requests(operations))
        {
            await SendAsync(index, request, waitForRefresh, rejected, cancel);
        }

        if (rejected.Count > 0)
        {
            throw new RejectedDocumentException(rejected);
        }
    }

    // One busy shard does not hold up what another has taken: only the refused operations go again.
    private async Task SendAsync(string index, List<BulkOperation> operations, bool waitForRefresh, Dictionary<string, string> rejected, CancellationToken cancel)
    {
        var pause = s_firstPause;
        var path = $"{index}/_bulk{(waitForRefresh ? "?refresh=wait_for" : "")}";
        for (var round = 1; operations.Count > 0; round++)
        {
            var (_, answer) = await connection.SendAsync(HttpMethod.Post, path, [.. operations.SelectMany(o => o.Lines)], "application/x-ndjson", cancel);
            var again = new List<BulkOperation>();
            var reason = "";
            foreach (var (operation, item) in operations.Zip(Items(answer, operations.Count)))
            {
                (var isAgain, reason) = Judge(operation, item, rejected) is { } passing ? (true, passing) : (false, reason);
                if (isAgain)
                {
                    again.Add(operation);
                }
            }

            operations = again;
            if (operations.Count > 0)
            {
                if (round == MaxRounds)
                {
                    throw new IndexUnavailableException(IndexOutage.Unreachable, $"Elasticsearch is too busy to write {operations.Count} articles: {reason}");
                }

                await Task.Delay(pause, clock, cancel);
                pause *= 2;
            }
        }
    }

    /// <summary>The reason to try again, or null when the operation is done with, well or badly.</summary>
    private static string? Judge(BulkOperation operation, JsonNode? item, Dictionary<string, string> rejected)
    {
        var result = item?.AsObject().FirstOrDefault().Value;
        var status = (int?)result?["status"] ?? 503;
        if (status is >= 200 and < 300 || (status == 404 && operation.IsDelete && result?["error"] is null))
        {
            return null;
        }

        var (type, reason) = ElasticsearchFaults.Reason(result?["error"]);
        if (ElasticsearchFaults.IsDiskFull(type, reason))
        {
            throw ElasticsearchFaults.DiskFull(reason);
        }

        if (status is 429 or >= 500)
        {
            return $"{status} {type} {reason}";
        }

        if (status is 401 or 403 or 404)
        {
            throw new IndexUnavailableException(status == 404 ? IndexOutage.Unreachable : IndexOutage.Refused, $"Elasticsearch refuses to write: {type} {reason}");
        }

        rejected[operation.Id] = $"{status} {type} {reason}";
        return null;
    }

    private static JsonArray Items(JsonNode? answer, int count) => answer?["items"] is JsonArray items && items.Count == count
        ? items
        : throw new IndexUnavailableException(IndexOutage.Unreachable, "Elasticsearch answered a bulk request with something else: is it Elasticsearch?");

    private static IEnumerable<List<BulkOperation>> Requests(IEnumerable<BulkOperation> operations)
    {
        var request = new List<BulkOperation>();
        var bytes = 0;
        foreach (var operation in operations)
        {
            if (request.Count > 0 && bytes + operation.Lines.Length > MaxRequestBytes)
            {
                yield return request;
                (request, bytes) = ([], 0);
            }

            request.Add(operation);
            bytes += operation.Lines.Length;
        }

        if (request.Count > 0)
        {
            yield return request;
        }
    }

    private static BulkOperation Operation(string kind, string id, JsonObject? document)
    {
        using var lines = new MemoryStream();
        JsonSerializer.Serialize(lines, new JsonObject { [kind] = new JsonObject { ["_id"] = id } }, ArticleJson.Options);
        lines.WriteByte((byte)'\n');
        if (document is not null)
        {
            JsonSerializer.Serialize(lines, document, ArticleJson.Options);
            lines.WriteByte((byte)'\n');
        }

        return new(id, document is null, lines.ToArray());
    }

    private sealed record BulkOperation(string Id, bool IsDelete, byte[] Lines);
}
