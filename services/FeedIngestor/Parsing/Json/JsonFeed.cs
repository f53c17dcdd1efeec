using System.Text.Json;
using Monitoring.FeedIngestor.Parsing.Drafts;

namespace Monitoring.FeedIngestor.Parsing.Json;

/// <summary>Reads JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions s_options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    public static FeedDocument Read(string text, ReadContext context)
    {
        using var json = Parse(text, context);
        if (json is null || !IsFeed(json.RootElement))
        {
            context.Problems.Add(json is null ? "The body is neither JSON nor XML." : "The body is JSON, but no JSON Feed.");
            return FeedDocument.NoFeed(context.Encoding, context.Problems);
        }

        return ReadFeed(json.RootElement, context);
    }

    private static JsonDocument? Parse(string text, ReadContext context)
    {
        var document = TryParse(text);
        if (document is not null)
        {
            return document;
        }

        var repaired = JsonCut.ToLastItem(text) is { } cut ? TryParse(cut) : null;
        if (repaired is not null)
        {
            context.Problems.Add("The JSON is cut or broken; the items before that place were read.");
        }

        return repaired;
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, s_options);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            // ArgumentException: half of a surrogate pair, which UTF-8 cannot hold.
            return null;
        }
    }

    private static bool IsFeed(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && (root.Text("version")?.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase) == true || root.List("items").Any(item => item.ValueKind == JsonValueKind.Object));

    private static FeedDocument ReadFeed(JsonElement root, ReadContext context)
    {
        var scope = new Scope(context.Address);
        var feed = new FeedDraft();
        feed.Title.Offer(FeedText.Of(root.Text("title") ?? "", isHtml: false, scope), 0);
        feed.Description.Offer(FeedText.Of(root.Text("description") ?? "", isHtml: false, scope), 0);
        feed.Link.Offer(scope.Resolve(root.Text("home_page_url")), 0);
        feed.Self.Offer(scope.Resolve(root.Text("feed_url")), 0);
        feed.Language.Offer(root.Text("language"), 0);
        foreach (var person in JsonItem.PeopleOf(root))
        {
            feed.Authors.Offer(person, 0);
        }

        foreach (var hub in root.List("hubs"))
        {
            feed.Hub.Offer(scope.Resolve(hub.Text("url")), hub.Text("type")?.Equals("WebSub", StringComparison.OrdinalIgnoreCase) == true ? 0 : 1);
        }

        var items = root.List("items").Where(item => item.ValueKind == JsonValueKind.Object).Take(FeedLimits.Items + 1)
            .Select(item => JsonItem.Read(item, scope)).ToList();
        if (items.Count > FeedLimits.Items)
        {
            items.RemoveAt(FeedLimits.Items);
            context.Problems.Add($"More than {FeedLimits.Items} items: the rest was left out.");
        }

        var format = root.Text("version")?.EndsWith("1.1", StringComparison.Ordinal) == true ? FeedFormats.Json11 : FeedFormats.Json10;
        return feed.Finish(format, scope, items, context);
    }
}
