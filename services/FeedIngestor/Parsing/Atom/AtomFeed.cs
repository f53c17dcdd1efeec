using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Drafts;

namespace Monitoring.FeedIngestor.Parsing.Atom;

/// <summary>What the elements of an Atom feed mean, wherever they stand: RSS channels carry them too.</summary>
internal static class AtomFeed
{
    public static void Read(XElement element, string name, Scope scope, FeedDraft feed)
    {
        switch (name)
        {
            case "title":
                feed.Title.Offer(AtomText.Read(element, scope), 0);
                break;
            case "link":
                AtomLinks.ReadFeedLink(element, scope, feed);
                break;
            case "id":
                feed.Id.Offer(ItemIds.Read(element.Value), 0);
                break;
            case "subtitle" or "tagline":
                feed.Description.Offer(AtomText.Read(element, scope), 0);
                break;
            case "info":
                feed.Description.Offer(AtomText.Read(element, scope), 6);
                break;
            case "author":
                feed.Authors.Offer(AtomPerson.Read(element), 0);
                break;
            case "contributor":
                feed.Authors.Offer(AtomPerson.Read(element), 5);
                break;
            case "published" or "issued":
                feed.Dates.OfferPublished(element.Value, 0);
                break;
            case "updated" or "modified":
                feed.Dates.OfferUpdated(element.Value, 0);
                break;
        }
    }
}
