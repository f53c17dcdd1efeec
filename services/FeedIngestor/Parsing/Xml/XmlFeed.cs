using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Atom;
using Monitoring.FeedIngestor.Parsing.Cdf;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Extensions;
using Monitoring.FeedIngestor.Parsing.Rdf;
using Monitoring.FeedIngestor.Parsing.Rss;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>Our own reader of feeds in XML: hands every element to the vocabulary that it belongs to, whatever format the feed claims.</summary>
internal static class XmlFeed
{
    public static FeedDocument Read(XElement root, ReadContext context)
    {
        var scope = new Scope(context.Address).Enter(root);
        var feed = new FeedDraft();
        var items = new List<FeedItem>();
        var cdf = CdfElements.IsChannel(root);
        scope = cdf ? CdfElements.BaseOf(root, scope) : scope;
        var feedScope = scope;
        foreach (var part in XmlFeedParts.Of(root))
        {
            var inner = part.Element == root ? scope : scope.Enter(part.Element);
            if (part.IsItem)
            {
                if (items.Count == FeedLimits.Items)
                {
                    context.Problems.Add($"More than {FeedLimits.Items} items: the rest was left out.");
                    break;
                }

                items.Add(ReadItem(part.Element, part.Channel is null ? inner : scope.Enter(part.Channel).Enter(part.Element), cdf));
            }
            else
            {
                feedScope = inner;
                ReadFeed(part.Element, inner, cdf, feed);
            }
        }

        return feed.Finish(XmlFormat.Of(root, cdf), feedScope, items, context);
    }

    /// <summary>The feed's own address, its hub and the page that it belongs to, as Atom links give them.</summary>
    public static void ReadLinks(XElement parent, Scope scope, FeedDraft feed)
    {
        foreach (var link in parent.Elements().Where(child => child.Name.LocalName == "link" && Vocabularies.Of(child.Name) == Vocabulary.Atom10))
        {
            AtomLinks.ReadFeedLink(link, scope, feed);
        }
    }

    private static FeedItem ReadItem(XElement element, Scope scope, bool cdf)
    {
        var item = new ItemDraft(scope);
        RdfAbout.Read(element, scope, item);
        if (cdf)
        {
            CdfElements.ReadItem(element, scope, item);
        }

        foreach (var child in element.Elements())
        {
            var name = child.Name.LocalName.ToLowerInvariant();
            var inner = scope.Enter(child);
            switch (Vocabularies.Of(child.Name))
            {
                case Vocabulary.Rss:
                    RssItem.Read(child, name, inner, item);
                    break;
                case Vocabulary.Atom10 or Vocabulary.Atom03:
                    AtomEntry.Read(child, name, inner, item);
                    break;
                case Vocabulary.DublinCore or Vocabulary.DublinCoreTerms:
                    DublinCore.ReadItem(child, name, inner, item);
                    break;
                case Vocabulary.Content when name == "encoded":
                    item.Content.Offer(RssText.Read(child, inner), 1);
                    break;
                case Vocabulary.Media:
                    MediaRss.ReadItem(child, name, inner, item);
                    break;
                case Vocabulary.Itunes:
                    Itunes.ReadItem(child, name, inner, item);
                    break;
                case Vocabulary.FeedBurner when name == "origlink":
                    item.OriginalLink.Offer(Links.Resolve(child.Value, inner.Address), 0);
                    break;
                case Vocabulary.Xhtml when name is "body" or "div":
                    item.Content.Offer(RssText.Read(child, inner), 2);
                    break;
            }
        }

        return item.Finish();
    }

    private static void ReadFeed(XElement element, Scope scope, bool cdf, FeedDraft feed)
    {
        if (cdf)
        {
            CdfElements.ReadChannel(element, scope, feed);
        }

        foreach (var child in element.Elements())
        {
            var name = child.Name.LocalName.ToLowerInvariant();
            var inner = scope.Enter(child);
            switch (Vocabularies.Of(child.Name))
            {
                case Vocabulary.Rss:
                    RssChannel.Read(child, name, inner, feed);
                    break;
                case Vocabulary.Atom10 or Vocabulary.Atom03:
                    AtomFeed.Read(child, name, inner, feed);
                    break;
                case Vocabulary.DublinCore or Vocabulary.DublinCoreTerms:
                    DublinCore.ReadFeed(child, name, inner, feed);
                    break;
                case Vocabulary.Itunes:
                    Itunes.ReadFeed(child, name, inner, feed);
                    break;
                case Vocabulary.Syndication when name == "updateperiod":
                    feed.Hints.Period(child.Value);
                    break;
                case Vocabulary.Syndication when name == "updatefrequency":
                    feed.Hints.Frequency(child.Value);
                    break;
            }
        }
    }
}
