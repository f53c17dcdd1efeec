using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Atom;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.Rss;

/// <summary>What the elements of an RSS item mean, in all versions of RSS.</summary>
internal static class RssItem
{
    public static void Read(XElement element, string name, Scope scope, ItemDraft item)
    {
        switch (name)
        {
            case "title":
                item.Title.Offer(RssText.Read(element, scope), 1);
                break;
            case "link":
                ReadLink(element, scope, item);
                break;
            case "description":
                var description = RssText.Read(element, scope);
                item.Summary.Offer(description, 1);
                item.Content.Offer(description, 9);
                break;
            case "body" or "encoded" or "fullitem" or "content_encoded":
                item.Content.Offer(RssText.Read(element, scope), 3);
                break;
            case "guid":
                ReadGuid(element, item);
                break;
            case "pubdate" or "publicationdate":
                item.Dates.OfferPublished(element.Value, 1);
                break;
            case "date":
                item.Dates.OfferPublished(element.Value, 2);
                break;
            case "lastbuilddate" or "lastupdated":
                item.Dates.OfferUpdated(element.Value, 2);
                break;
            case "author" or "managingeditor":
                item.Authors.Offer(AtomPerson.Read(element), name == "author" ? 1 : 3);
                break;
            case "category" when !element.HasAttributes || element.Attribute("term") is null:
                item.AddCategory(element.HasElements ? InnerHtml.Of(element) : element.Value);
                break;
            case "enclosure":
                ReadEnclosure(element, scope, item);
                break;
            case "language":
                item.Language.Offer(ItemIds.Read(element.Value), 1);
                break;
            default:
                AtomEntry.Read(element, name, scope, item);
                break;
        }
    }

    private static void ReadLink(XElement element, Scope scope, ItemDraft item)
    {
        if (element.Attribute("href") is not null)
        {
            AtomLinks.ReadEntryLink(element, scope, item);
        }

        item.Link.Offer(Links.Resolve(element.Value, scope.Address), LinkRanks.Plain);
    }

    private static void ReadGuid(XElement element, ItemDraft item)
    {
        var id = ItemIds.Read(element.HasElements ? InnerHtml.Of(element) : element.Value);
        item.Id.Offer(id, 1);
        if (Links.IsWeb(id))
        {
            var denied = element.Attribute("isPermaLink")?.Value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase) == true;
            item.Link.Offer(Links.Resolve(id, null), denied ? LinkRanks.Other : LinkRanks.Permalink);
        }
    }

    private static void ReadEnclosure(XElement element, Scope scope, ItemDraft item)
    {
        var url = element.Attribute("url")?.Value ?? element.Attribute("href")?.Value ?? element.Value;
        item.AddEnclosure(Links.Resolve(url, scope.Address), element.Attribute("type")?.Value, element.Attribute("length")?.Value);
    }
}
