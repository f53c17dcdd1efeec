using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>Where a page begins, in Elasticsearch's own words.</summary>
/// <param name="PointInTime">The snapshot that a result in order of score is paged through; null when there is none.</param>
/// <param name="After">Sort values of the last hit, as they were answered; null on the first page.</param>
/// <param name="From">Number of groups before the page.</param>
internal sealed record ElasticsearchCursor(string? PointInTime, JsonArray? After, int From)
{
    public static ElasticsearchCursor First { get; } = new(null, null, 0);

    /// <summary>Statuses that are no outage: no index yet or a snapshot that is gone; with a cursor also sort values that a reader changed.</summary>
    public int[] Refusals => After is null ? [404] : [404, 400];

    public override string ToString() => new JsonObject { ["pit"] = PointInTime, ["after"] = After?.DeepClone(), ["from"] = From }.ToJsonString();

    /// <summary>Reads what <see cref="ToString"/> wrote; null when a reader changed it.</summary>
    public static ElasticsearchCursor? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject cursor && (int?)cursor["from"] is { } from and >= 0 and <= ElasticsearchRequest.MaxGroups
                ? new((string?)cursor["pit"], cursor["after"]?.AsArray(), from)
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
