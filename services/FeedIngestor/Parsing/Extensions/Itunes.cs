using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Atom;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Rss;

namespace Monitoring.FeedIngestor.Parsing.Extensions;

/// <summary>The podcast elements of iTunes.</summary>
internal static class Itunes
{
    public static void ReadItem(XElement element, string name, Scope scope, ItemDraft item)
    {
        switch (name)
        {
            case "title":
                item.Title.Offer(RssText.Read(element, scope), 5);
                break;
            case "summary" or "subtitle":
                item.Summary.Offer(RssText.Read(element, scope), name == "summary" ? 5 : 7);
                break;
            case "author":
                item.Authors.Offer(People.Read(element.Value), 4);
                break;
            case "category":
                item.AddCategory(element.Attribute("text")?.Value);
                break;
            case "keywords":
                foreach (var keyword in element.Value.Split(',').Take(FeedLimits.ListEntries))
                {
                    item.AddCategory(keyword);
                }

                break;
        }
    }

    public static void ReadFeed(XElement element, string name, Scope scope, FeedDraft feed)
    {
        switch (name)
        {
            case "title":
                feed.Title.Offer(RssText.Read(element, scope), 5);
                break;
            case "summary" or "subtitle":
                feed.Description.Offer(RssText.Read(element, scope), name == "summary" ? 5 : 7);
                break;
            case "author":
                feed.Authors.Offer(People.Read(element.Value), 3);
                break;
            case "owner":
                feed.Authors.Offer(AtomPerson.Read(element), 8);
                break;
        }
    }
}
