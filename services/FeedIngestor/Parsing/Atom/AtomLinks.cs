using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Drafts;

namespace Monitoring.FeedIngestor.Parsing.Atom;

/// <summary>Sorts link elements by what they lead to.</summary>
internal static class AtomLinks
{
    private const string RegistryPrefix = "http://www.iana.org/assignments/relation/";

    public static void ReadEntryLink(XElement element, Scope scope, ItemDraft item)
    {
        var href = element.Attribute("href")?.Value;
        var type = element.Attribute("type")?.Value;
        switch (RelationOf(element))
        {
            case "alternate":
                item.Link.Offer(scope.Resolve(href), IsPage(type) ? LinkRanks.Alternate : LinkRanks.AlternateOfOtherType);
                break;
            case "enclosure":
                item.AddEnclosure(scope.Resolve(href), type, element.Attribute("length")?.Value);
                break;
            case "self" or "related" or "via":
                item.Link.Offer(scope.Resolve(href), LinkRanks.Other);
                break;
        }
    }

    public static void ReadFeedLink(XElement element, Scope scope, FeedDraft feed)
    {
        var address = scope.Resolve(element.Attribute("href")?.Value);
        switch (RelationOf(element))
        {
            case "alternate":
                feed.Link.Offer(address, IsPage(element.Attribute("type")?.Value) ? LinkRanks.Alternate : LinkRanks.AlternateOfOtherType);
                break;
            case "self":
                feed.Self.Offer(address, 0);
                break;
            case "hub":
                feed.Hub.Offer(address, 0);
                break;
        }
    }

    private static string RelationOf(XElement element)
    {
        var relation = element.Attribute("rel")?.Value.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(relation) ? "alternate"
            : relation.StartsWith(RegistryPrefix, StringComparison.Ordinal) ? relation[RegistryPrefix.Length..]
            : relation;
    }

    private static bool IsPage(string? type) => string.IsNullOrWhiteSpace(type) || type.Contains("html", StringComparison.OrdinalIgnoreCase);
}
