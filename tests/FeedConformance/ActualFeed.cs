using System.Globalization;
using System.Text.Json.Nodes;
using Monitoring.FeedIngestor.Parsing;

namespace Monitoring.FeedConformance;

/// <summary>Puts a document into the form that conformance cases are compared with.</summary>
internal static class ActualFeed
{
    public static JsonObject Of(string id, FeedDocument document) => new()
    {
        ["id"] = id,
        ["ok"] = document.IsFeed,
        ["reader"] = document.Reader,
        ["encoding"] = document.Encoding,
        ["format"] = document.Format,
        ["problems"] = Array(document.Problems),
        ["feed"] = new JsonObject
        {
            ["title"] = document.Title,
            ["link"] = document.Link,
            ["language"] = document.Language,
            ["subtitle"] = document.Description,
            ["published"] = Time(document.Published),
            ["updated"] = Time(document.Updated),
            ["author"] = Names(document.Authors),
            ["id"] = document.Id,
        },
        ["entries"] = new JsonArray([.. document.Items.Select(Entry)]),
    };

    public static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Entry(FeedItem item) => new()
    {
        ["title"] = item.Title,
        ["link"] = item.Link,
        ["id"] = item.Id,
        ["published"] = Time(item.Published),
        ["updated"] = Time(item.Updated),
        ["summary"] = item.Summary,
        ["content"] = item.Content,
        ["author"] = Names(item.Authors),
        ["language"] = item.Language,
        ["categories"] = Array(item.Categories),
        ["enclosures"] = Array(item.Enclosures.Select(enclosure => enclosure.Url)),
        ["links"] = Array(new[] { item.Link }.Concat(item.Enclosures.Select(enclosure => enclosure.Url)).OfType<string>()),
    };

    private static string? Names(IReadOnlyList<FeedPerson> people) => people.Count == 0 ? null : string.Join(", ", people);

    private static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
