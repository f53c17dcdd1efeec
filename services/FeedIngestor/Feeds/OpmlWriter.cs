using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Feeds;

/// <summary>Writes a feed list as OPML 2.0, nested by folder; <see cref="Opml"/> reads it back without loss.</summary>
internal static class OpmlWriter
{
    public static string Write(IEnumerable<Feed> feeds, string title, DateTimeOffset now)
    {
        var body = new XElement("body");
        foreach (var feed in feeds)
        {
            Folder(body, feed.Folder).Add(Outline(feed));
        }

        var document = new XDocument(new XElement(
            "opml",
            new XAttribute("version", "2.0"),
            new XElement("head", new XElement("title", title), new XElement("dateCreated", now.ToString("R", CultureInfo.InvariantCulture))),
            body));
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(new Utf8StringWriter(text), new XmlWriterSettings { Indent = true, CheckCharacters = false }))
        {
            document.Save(writer);
        }

        return text.ToString();
    }

    private static XElement Folder(XElement body, string? path)
    {
        var at = body;
        foreach (var name in path?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var inner = at.Elements().FirstOrDefault(element => element.Attribute("xmlUrl") is null && element.Attribute("text")!.Value == name);
            if (inner is null)
            {
                inner = new XElement("outline", new XAttribute("text", Clean(name)), new XAttribute("title", Clean(name)));
                at.Add(inner);
            }

            at = inner;
        }

        return at;
    }

    private static XElement Outline(Feed feed)
    {
        var outline = new XElement(
            "outline",
            new XAttribute("type", "rss"),
            new XAttribute("text", Clean(feed.Title)),
            new XAttribute("title", Clean(feed.Title)),
            new XAttribute("xmlUrl", Clean(feed.Address)));
        var minutes = feed.FixedIntervalSeconds is { } seconds ? (seconds / 60).ToString(CultureInfo.InvariantCulture) : null;
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)
            [
                ("htmlUrl", feed.SiteUrl), ("country", feed.Country), ("language", feed.Language), ("kind", feed.Kind), ("intervalMinutes", minutes),
                ("verified", feed.Verified ? "yes" : null), ("trusted", feed.Trusted ? "yes" : null), ("fullText", feed.FullText ? "yes" : null),
            ])
        {
            if (value is not null)
            {
                outline.Add(new XAttribute(name, Clean(value)));
            }
        }

        return outline;
    }

    // What XML cannot hold would make a file that no reader opens.
    private static string Clean(string text) => string.Concat(text.Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));

    private sealed class Utf8StringWriter(StringBuilder text) : StringWriter(text, CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
