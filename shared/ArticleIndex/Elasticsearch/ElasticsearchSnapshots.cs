using System.Text.Json.Nodes;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>Pages through a snapshot of the index (a point in time), so that writing does not move what is not yet shown.</summary>
internal sealed class ElasticsearchSnapshots(ElasticsearchConnection connection, ElasticsearchAlias alias)
{
    public async Task<SearchPage> SearchAsync(PreparedSearch search, ElasticsearchCursor cursor, TimeSpan halfLife, CancellationToken cancel)
    {
        if (cursor.PointInTime is null && (cursor = cursor with { PointInTime = await OpenAsync(cancel) }).PointInTime is null)
        {
            return new();
        }

        var (status, answer) = await RunAsync(search, cursor, halfLife, cancel);
        if (status == 404)
        {
            // The reader came back after the snapshot's life: go on in a new one from the same place.
            cursor = cursor with { PointInTime = await OpenAsync(cancel) };
            (status, answer) = await RunAsync(search, cursor, halfLife, cancel);
        }

        if (status == 400)
        {
            return new() { Problem = PreparedSearch.BadCursor };
        }

        var page = new ElasticsearchAnswer(search, cursor, answer).Page();
        if (page.Next is null)
        {
            await CloseAsync((string?)answer?["pit_id"] ?? cursor.PointInTime!, cancel);
        }

        return page;
    }

    /// <summary>Opens a snapshot; null when there is no index yet.</summary>
    public async Task<string?> OpenAsync(CancellationToken cancel)
    {
        var (_, answer) = await connection.SendAsync(
            HttpMethod.Post, $"{alias.Name}/_pit?keep_alive={ElasticsearchRequest.PointInTimeLife}", null, cancel, 404);

        return (string?)answer?["id"];
    }

    public Task CloseAsync(string pit, CancellationToken cancel) =>
        connection.SendAsync(HttpMethod.Delete, "_pit", new JsonObject { ["id"] = pit }, cancel, 404);

    private Task<(int Status, JsonNode? Body)> RunAsync(PreparedSearch search, ElasticsearchCursor cursor, TimeSpan halfLife, CancellationToken cancel) =>
        connection.SendAsync(HttpMethod.Post, "_search", new ElasticsearchRequest(search, cursor, halfLife).Body(), cancel, cursor.Refusals);
}
