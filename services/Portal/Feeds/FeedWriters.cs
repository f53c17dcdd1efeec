using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Monitoring.Portal.Api;

namespace Monitoring.Portal.Feeds;

/// <summary>Atom 1.0 (RFC 4287), RSS 2.0 and JSON Feed 1.1.</summary>
internal static class FeedWriters
{
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings s_xml = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false };

    public static byte[] Atom(SearchFeed feed) => Xml(xml =>
    {
        xml.WriteStartElement("feed", AtomNamespace);
        xml.WriteElementString("id", feed.Self);
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("updated", Rfc3339(feed.Updated));
        Link(xml, "self", feed.Self);
        Link(xml, "alternate", feed.Page);
        foreach (var entry in feed.Entries)
        {
            xml.WriteStartElement("entry");
            xml.WriteElementString("id", "urn:article:" + entry.Id);
            xml.WriteElementString("title", Clean(entry.Title));
            xml.WriteElementString("published", Rfc3339(entry.Published));
            xml.WriteElementString("updated", Rfc3339(entry.Updated));
            Link(xml, "alternate", entry.Url);
            Link(xml, "related", entry.Page);
            xml.WriteStartElement("author");
            xml.WriteElementString("name", Clean(entry.Source));
            xml.WriteEndElement();
            foreach (var category in entry.Categories)
            {
                xml.WriteStartElement("category");
                xml.WriteAttributeString("term", category);
                xml.WriteEndElement();
            }

            xml.WriteElementString("summary", Clean(entry.Text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    public static byte[] Rss(SearchFeed feed) => Xml(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("link", feed.Page);
        xml.WriteElementString("description", feed.Title);
        xml.WriteElementString("lastBuildDate", Rfc822(feed.Updated));
        xml.WriteStartElement("atom", "link", AtomNamespace);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("href", feed.Self);
        xml.WriteEndElement();
        foreach (var entry in feed.Entries)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", Clean(entry.Title));
            xml.WriteElementString("link", entry.Url);
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "false");
            xml.WriteString(entry.Id);
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", Rfc822(entry.Published));
            foreach (var category in entry.Categories)
            {
                xml.WriteElementString("category", category);
            }

            // RSS takes a description for HTML: what is plain text here is encoded once more.
            xml.WriteElementString("description", System.Net.WebUtility.HtmlEncode(Clean(entry.Text)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    public static byte[] Json(SearchFeed feed) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object?>
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["home_page_url"] = feed.Page,
            ["feed_url"] = feed.Self,
            ["items"] = feed.Entries.Select(entry => new Dictionary<string, object?>
            {
                ["id"] = entry.Id,
                ["url"] = entry.Page,
                ["external_url"] = entry.Url,
                ["title"] = entry.Title,
                ["content_text"] = entry.Text,
                ["date_published"] = Rfc3339(entry.Published),
                ["language"] = entry.Language,
                ["authors"] = new[] { new Dictionary<string, string> { ["name"] = entry.Source } },
                ["tags"] = entry.Categories,
            }),
        },
        JsonAnswer.Options);

    private static byte[] Xml(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, s_xml))
        {
            write(xml);
        }

        return stream.ToArray();
    }

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    // Feeds of others may carry control characters, which no XML may.
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(IsXml));

    private static bool IsXml(Rune rune) => rune.Value > 0xFFFF || (rune.Value != 0xFFFD && XmlConvert.IsXmlChar((char)rune.Value));

    private static string Rfc3339(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Rfc822(DateTimeOffset time) => time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
}
