using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Rss;

namespace Monitoring.FeedIngestor.Parsing.Cdf;

/// <summary>Channel Definition Format: addresses and dates are attributes, texts are elements or their VALUE.</summary>
internal static class CdfElements
{
    public static bool IsChannel(XElement root) =>
        root.Name.LocalName.Equals("channel", StringComparison.OrdinalIgnoreCase)
        && (Attribute(root, "href") ?? Attribute(root, "base") ?? Attribute(root, "lastmod")) is not null;

    public static void ReadItem(XElement item, Scope scope, ItemDraft draft)
    {
        draft.Link.Offer(scope.Resolve(Attribute(item, "href")), LinkRanks.Plain);
        draft.Dates.OfferUpdated(Attribute(item, "lastmod"), 1);
        foreach (var element in item.Elements())
        {
            switch (element.Name.LocalName.ToLowerInvariant())
            {
                case "title":
                    draft.Title.Offer(Text(element, scope), 2);
                    break;
                case "abstract":
                    draft.Summary.Offer(Text(element, scope), 2);
                    break;
                case "a":
                    draft.Link.Offer(scope.Resolve(Attribute(element, "href")), LinkRanks.Identifier);
                    break;
            }
        }
    }

    public static void ReadChannel(XElement channel, Scope scope, FeedDraft draft)
    {
        draft.Link.Offer(scope.Resolve(Attribute(channel, "href")), LinkRanks.Plain);
        draft.Self.Offer(scope.Resolve(Attribute(channel, "self")), 1);
        draft.Dates.OfferUpdated(Attribute(channel, "lastmod"), 1);
        foreach (var element in channel.Elements())
        {
            switch (element.Name.LocalName.ToLowerInvariant())
            {
                case "title":
                    draft.Title.Offer(Text(element, scope), 2);
                    break;
                case "abstract":
                    draft.Description.Offer(Text(element, scope), 2);
                    break;
                case "a":
                    draft.Link.Offer(scope.Resolve(Attribute(element, "href")), LinkRanks.Identifier);
                    break;
            }
        }
    }

    public static Scope BaseOf(XElement channel, Scope scope) =>
        Attribute(channel, "base") is { } stated && Links.AbsoluteUri(stated, scope.Address) is { } address ? scope with { Address = address } : scope;

    private static FeedText? Text(XElement element, Scope scope) =>
        RssText.Read(element, scope) ?? FeedText.Of(Attribute(element, "value") ?? "", isHtml: false, scope);

    private static string? Attribute(XElement element, string name)
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase) && attribute.Name.NamespaceName.Length == 0)
            {
                return attribute.Value;
            }
        }

        return null;
    }
}
