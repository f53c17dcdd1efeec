using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.Rss;

/// <summary>Reads texts of RSS: HTML by custom, escaped or not.</summary>
internal static class RssText
{
    public static FeedText? Read(XElement element, Scope scope) =>
        FeedText.Of(element.HasElements ? InnerHtml.Of(element) : element.Value, isHtml: true, scope);
}
