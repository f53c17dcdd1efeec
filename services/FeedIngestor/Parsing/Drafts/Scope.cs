using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>What elements inherit: the address that relative addresses start from (xml:base) and the language (xml:lang).</summary>
internal readonly record struct Scope(Uri? Address, string? Language = null)
{
    private static readonly XName s_base = XNamespace.Xml + "base";
    private static readonly XName s_lang = XNamespace.Xml + "lang";

    public Scope Enter(XElement element)
    {
        if (!element.HasAttributes)
        {
            return this;
        }

        var address = element.Attribute(s_base)?.Value is { Length: > 0 } stated ? Links.AbsoluteUri(stated, Address) ?? Address : Address;

        // An empty xml:lang takes the language back (XML 1.0, section 2.12).
        var language = element.Attribute(s_lang)?.Value.Trim() is { } code ? (code.Length > 0 ? code : null) : Language;
        return new Scope(address, language);
    }

    public string? Resolve(string? link) => Links.Resolve(link, Address);
}
