using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Atom;
using Monitoring.FeedIngestor.Parsing.Drafts;

namespace Monitoring.FeedIngestor.Parsing.Rss;

/// <summary>What the elements of an RSS channel mean, in all versions of RSS.</summary>
internal static class RssChannel
{
    public static void Read(XElement element, string name, Scope scope, FeedDraft feed)
    {
        switch (name)
        {
            case "title":
                feed.Title.Offer(RssText.Read(element, scope), 1);
                break;
            case "link":
                ReadLink(element, scope, feed);
                break;
            case "description":
                feed.Description.Offer(RssText.Read(element, scope), 1);
                break;
            case "language":
                feed.Language.Offer(ItemIds.Read(element.Value), 0);
                break;
            case "managingeditor" or "author":
                feed.Authors.Offer(AtomPerson.Read(element), 1);
                break;
            case "webmaster":
                feed.Authors.Offer(AtomPerson.Read(element), 7);
                break;
            case "pubdate":
                feed.Dates.OfferPublished(element.Value, 1);
                break;
            case "lastbuilddate":
                feed.Dates.OfferUpdated(element.Value, 1);
                break;
            case "ttl":
                feed.Hints.TimeToLive(element.Value);
                break;
            case "skiphours":
                ForEach(element, "hour", feed.Hints.SkipHour);
                break;
            case "skipdays":
                ForEach(element, "day", feed.Hints.SkipDay);
                break;
            default:
                AtomFeed.Read(element, name, scope, feed);
                break;
        }
    }

    private static void ReadLink(XElement element, Scope scope, FeedDraft feed)
    {
        if (element.Attribute("href") is not null)
        {
            AtomLinks.ReadFeedLink(element, scope, feed);
        }

        feed.Link.Offer(Links.Resolve(element.Value, scope.Address), LinkRanks.Plain);
    }

    private static void ForEach(XElement element, string name, Action<string> use)
    {
        foreach (var child in element.Elements().Where(child => child.Name.LocalName == name).Take(24))
        {
            use(child.Value);
        }
    }
}
