using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Rss;

namespace Monitoring.FeedIngestor.Parsing.Extensions;

/// <summary>Dublin Core: the elements of dc, and the dates of dcterms.</summary>
internal static class DublinCore
{
    public static void ReadItem(XElement element, string name, Scope scope, ItemDraft item)
    {
        switch (name)
        {
            case "title":
                item.Title.Offer(RssText.Read(element, scope), 4);
                break;
            case "description" or "abstract":
                item.Summary.Offer(RssText.Read(element, scope), 4);
                break;
            case "creator" or "author":
                item.Authors.Offer(People.Read(element.Value), 1);
                break;
            case "contributor" or "publisher":
                item.Authors.Offer(People.Read(element.Value), name == "contributor" ? 5 : 9);
                break;
            case "date" or "issued" or "created":
                item.Dates.OfferPublished(element.Value, name == "created" ? 4 : 2);
                break;
            case "modified":
                item.Dates.OfferUpdated(element.Value, 2);
                break;
            case "subject":
                item.AddCategory(element.Value);
                break;
            case "language":
                item.Language.Offer(ItemIds.Read(element.Value), 2);
                break;
            case "identifier":
                item.Id.Offer(ItemIds.Read(element.Value), 6);
                break;
        }
    }

    public static void ReadFeed(XElement element, string name, Scope scope, FeedDraft feed)
    {
        switch (name)
        {
            case "title":
                feed.Title.Offer(RssText.Read(element, scope), 4);
                break;
            case "description":
                feed.Description.Offer(RssText.Read(element, scope), 4);
                break;
            case "creator" or "author":
                feed.Authors.Offer(People.Read(element.Value), 2);
                break;
            case "contributor" or "publisher":
                feed.Authors.Offer(People.Read(element.Value), 6);
                break;
            case "date" or "issued":
                feed.Dates.OfferPublished(element.Value, 2);
                break;
            case "modified":
                feed.Dates.OfferUpdated(element.Value, 2);
                break;
            case "language":
                feed.Language.Offer(ItemIds.Read(element.Value), 1);
                break;
        }
    }
}
