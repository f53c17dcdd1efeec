using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>One part of a feed in XML.</summary>
/// <param name="Element">The channel, feed, item or entry.</param>
/// <param name="IsItem">True for an item or entry.</param>
/// <param name="Channel">The channel that an item stands in; null when it stands in the root.</param>
internal readonly record struct XmlFeedPart(XElement Element, bool IsItem, XElement? Channel);

/// <summary>Finds channel and items where the formats put them: in the channel (RSS 2.0), beside it (RDF), in the root (Atom), in a list (RSS 1.1).</summary>
internal static class XmlFeedParts
{
    public static IEnumerable<XmlFeedPart> Of(XElement root)
    {
        if (!Is(root, "rss") && !Is(root, "rdf"))
        {
            yield return new XmlFeedPart(root, false, null);
        }

        foreach (var child in root.Elements())
        {
            if (Is(child, "channel"))
            {
                yield return new XmlFeedPart(child, false, null);
                foreach (var item in ItemsIn(child))
                {
                    yield return new XmlFeedPart(item, true, child);
                }
            }
            else if (IsItem(child))
            {
                yield return new XmlFeedPart(child, true, null);
            }
            else if (Is(child, "items"))
            {
                foreach (var item in ItemsIn(child))
                {
                    yield return new XmlFeedPart(item, true, null);
                }
            }
        }
    }

    private static IEnumerable<XElement> ItemsIn(XElement container)
    {
        foreach (var child in container.Elements())
        {
            if (IsItem(child))
            {
                yield return child;
            }
            else if (Is(child, "items") || Is(child, "channel"))
            {
                foreach (var item in child.Elements().Where(IsItem))
                {
                    yield return item;
                }
            }
        }
    }

    // "item" in a namespace of something else is not an item of the feed, unless all of the feed is in a namespace that nobody knows.
    private static bool IsItem(XElement element) =>
        (Is(element, "item") || Is(element, "entry"))
        && (Vocabularies.Of(element.Name) is Vocabulary.Rss or Vocabulary.Atom03 or Vocabulary.Atom10 || element.Name.Namespace == element.Parent?.Name.Namespace);

    private static bool Is(XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);
}
