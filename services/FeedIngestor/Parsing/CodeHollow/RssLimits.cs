using System.Collections.Frozen;
using System.Net;
using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.CodeHollow;

/// <summary>
/// Says whether CodeHollow reads an RSS document correctly. It takes one element of each name, finds dc and content by their usual prefixes only, knows
/// neither xml:base nor xml:lang nor Atom and Media elements in items, loses mark-up that is not escaped, and decodes content:encoded once too often.
/// </summary>
internal static class RssLimits
{
    private static readonly FrozenSet<string> s_channel = FrozenSet.Create(
        "title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate", "lastBuildDate", "category", "generator", "docs",
        "cloud", "ttl", "image", "textInput", "skipHours", "skipDays", "rating", "item");

    private static readonly FrozenSet<string> s_item = FrozenSet.Create(
        "title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source");

    public static bool Allow(XElement root, XElement channel) =>
        root.Elements().Count() == 1
        && channel.Elements().Take(FeedLimits.Items).Count() < FeedLimits.Items
        && ElementChecks.IsPlain(root) && ElementChecks.IsPlain(channel)
        && root.Attribute("version") is not null
        && ElementChecks.UsualPrefixes(channel)
        && ElementChecks.AreSingle(channel, "category", "item")
        && channel.Elements().All(AllowInChannel);

    private static bool AllowInChannel(XElement element) => Vocabularies.Of(element.Name) switch
    {
        Vocabulary.Rss when element.Name.Namespace != XNamespace.None => false,
        Vocabulary.Rss when element.Name.LocalName == "item" => AllowItem(element),
        Vocabulary.Rss when element.Name.LocalName is "image" or "textInput" or "skipHours" or "skipDays" => true,
        Vocabulary.Rss => s_channel.Contains(element.Name.LocalName) && ElementChecks.IsPlain(element) && !element.HasElements,
        Vocabulary.Atom10 => element.Name.LocalName == "link" && ElementChecks.IsPlain(element),
        Vocabulary.Syndication or Vocabulary.Unknown => true,
        _ => false,
    };

    private static bool AllowItem(XElement item) =>
        ElementChecks.IsPlain(item)
        && ElementChecks.AreSingle(item, "category")
        && Links.IsWeb(item.Element("link")?.Value.Trim())
        && item.Elements().All(AllowInItem);

    private static bool AllowInItem(XElement element) => Vocabularies.Of(element.Name) switch
    {
        Vocabulary.Unknown => true,
        _ when element.HasElements || !ElementChecks.IsPlain(element) => false,
        Vocabulary.Rss when element.Name.Namespace != XNamespace.None => false,
        Vocabulary.Rss when element.Name.LocalName == "enclosure" => element.Attribute("url") is not null && element.Attribute("length")?.Value.Length is not > 9,
        Vocabulary.Rss => s_item.Contains(element.Name.LocalName),
        Vocabulary.Content => element.Name.LocalName == "encoded" && WebUtility.HtmlDecode(element.Value) == element.Value,
        Vocabulary.DublinCore => element.Name.LocalName == "creator",
        _ => false,
    };
}
