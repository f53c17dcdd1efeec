using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Drafts;

namespace Monitoring.FeedIngestor.Parsing.Atom;

/// <summary>What the elements of an Atom entry mean, wherever they stand: RSS items carry them too.</summary>
internal static class AtomEntry
{
    /// <param name="element">A child of an item.</param>
    /// <param name="name">Its local name in lower case.</param>
    /// <param name="scope">What the element inherits.</param>
    /// <param name="item">Takes what the element offers.</param>
    public static void Read(XElement element, string name, Scope scope, ItemDraft item)
    {
        switch (name)
        {
            case "title":
                item.Title.Offer(AtomText.Read(element, scope), 0);
                break;
            case "link":
                AtomLinks.ReadEntryLink(element, scope, item);
                break;
            case "id":
                item.Id.Offer(scope.ResolveId(element.Value), 0);
                break;
            case "summary":
                item.Summary.Offer(AtomText.Read(element, scope), 0);
                break;
            case "content":
                item.Content.Offer(AtomText.Read(element, scope), 0);
                item.Link.Offer(scope.Resolve(element.Attribute("src")?.Value), LinkRanks.Enclosure);
                break;
            case "author":
                item.Authors.Offer(AtomPerson.Read(element), 0);
                break;
            case "source":
                // The author of the feed that an entry was taken from is the entry's when it names none (RFC 4287, 4.2.1).
                foreach (var author in element.Elements().Where(part => part.Name.LocalName == "author"))
                {
                    item.Authors.Offer(AtomPerson.Read(author), 4);
                }

                break;
            case "contributor":
                item.Authors.Offer(AtomPerson.Read(element), 5);
                break;
            case "category":
                item.AddCategory(element.Attribute("term")?.Value ?? element.Attribute("label")?.Value ?? element.Value);
                break;
            case "published" or "issued":
                item.Dates.OfferPublished(element.Value, 0);
                break;
            case "created":
                item.Dates.OfferPublished(element.Value, 3);
                break;
            case "updated" or "modified":
                item.Dates.OfferUpdated(element.Value, 0);
                break;
        }
    }
}
