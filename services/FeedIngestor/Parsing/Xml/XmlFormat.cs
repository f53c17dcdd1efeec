using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>Names the format of a feed in XML by its root.</summary>
internal static class XmlFormat
{
    public static string Of(XElement root, bool cdf)
    {
        if (cdf)
        {
            return FeedFormats.Cdf;
        }

        switch (root.Name.LocalName.ToLowerInvariant())
        {
            case "feed":
                return Vocabularies.Of(root.Name) == Vocabulary.Atom03 || root.Attribute("version")?.Value.Trim() is "0.3" or "0.2" or "0.1"
                    ? FeedFormats.Atom03
                    : FeedFormats.Atom10;
            case "rdf":
                return root.Elements().Any(child => child.Name.NamespaceName.Contains("rdf/simple/0.9", StringComparison.OrdinalIgnoreCase))
                    ? FeedFormats.Rss090
                    : FeedFormats.Rss10;
            case "rss":
                return FeedFormats.RssOfVersion(root.Attribute("version")?.Value);
            default:
                return FeedFormats.Rss;
        }
    }
}
