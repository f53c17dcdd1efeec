using System.Collections.Frozen;
using System.Net;
using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.CodeHollow;

/// <summary>
/// Says whether CodeHollow reads an Atom document correctly. It does not look at the types of texts, loses XHTML, takes one author, resolves no addresses,
/// prefers labels to terms, and decodes content once too often.
/// </summary>
internal static class AtomLimits
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    private static readonly FrozenSet<string> s_known = FrozenSet.Create(
        "title", "subtitle", "link", "id", "updated", "published", "summary", "content", "author", "category", "generator", "rights", "icon", "logo", "entry");

    public static bool Allow(XElement feed) =>
        feed.Name.Namespace == s_atom
        && feed.Elements().Take(FeedLimits.Items).Count() < FeedLimits.Items
        && ElementChecks.IsPlain(feed)
        && feed.GetDefaultNamespace() == s_atom
        && ElementChecks.AreSingle(feed, "link", "category", "entry")
        && feed.Elements().All(element => AllowElement(element, "entry"))
        && feed.Elements(s_atom + "entry").All(AllowEntry);

    private static bool AllowEntry(XElement entry) =>
        ElementChecks.IsPlain(entry)
        && ElementChecks.AreSingle(entry, "link", "category")
        && entry.Elements().All(element => AllowElement(element, null))
        && entry.Elements(s_atom + "link").All(link => AllowLink(link))
        && entry.Elements(s_atom + "link").Count(link => link.Attribute("rel")?.Value is null or "alternate") == 1;

    private static bool AllowElement(XElement element, string? container)
    {
        var vocabulary = Vocabularies.Of(element.Name);
        if (vocabulary == Vocabulary.Unknown)
        {
            return true;
        }

        var name = element.Name.LocalName;
        return element.Name.Namespace == s_atom && s_known.Contains(name) && name switch
        {
            "entry" => container == "entry",
            "author" => ElementChecks.IsPlain(element) && element.Elements().All(part => part.Name.Namespace == s_atom && !part.HasElements),
            "title" or "subtitle" or "summary" => AllowText(element),
            "content" => AllowText(element) && WebUtility.HtmlDecode(element.Value) == element.Value,
            "category" => element.Attribute("term") is { Value.Length: > 0 } && element.Attribute("label") is null,
            _ => ElementChecks.IsPlain(element) && !element.HasElements,
        };
    }

    // Without signs of mark-up a text is the same whatever its type.
    private static bool AllowText(XElement element) =>
        ElementChecks.IsPlain(element) && !element.HasElements && element.Attribute("src") is null && element.Attribute("mode") is null
        && (element.Attribute("type")?.Value is "html" || (element.Attribute("type")?.Value is null or "text" && !element.Value.AsSpan().ContainsAny('<', '&')));

    private static bool AllowLink(XElement link) =>
        link.Attribute("rel")?.Value is null or "alternate" or "self" or "replies" or "edit" && Links.IsWeb(link.Attribute("href")?.Value)
        && link.Attribute("type")?.Value is null or "text/html";
}
