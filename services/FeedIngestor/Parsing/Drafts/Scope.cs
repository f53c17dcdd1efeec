using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>What elements inherit: the address that relative addresses start from and the language (xml:lang).</summary>
/// <param name="Address">From xml:base, else where the body came from.</param>
/// <param name="Language">As written.</param>
/// <param name="HasStatedAddress">True when xml:base gave the address.</param>
internal readonly record struct Scope(Uri? Address, string? Language = null, bool HasStatedAddress = false)
{
    private static readonly XName s_base = XNamespace.Xml + "base";
    private static readonly XName s_lang = XNamespace.Xml + "lang";

    public Scope Enter(XElement element)
    {
        if (!element.HasAttributes)
        {
            return this;
        }

        var stated = element.Attribute(s_base)?.Value is { Length: > 0 } written ? Links.AbsoluteUri(written, Address) : null;

        // An empty xml:lang takes the language back (XML 1.0, section 2.12).
        var language = element.Attribute(s_lang)?.Value.Trim() is { } code ? (code.Length > 0 ? code : null) : Language;
        return new Scope(stated ?? Address, language, HasStatedAddress || stated is not null);
    }

    /// <summary>An empty address is the document's own, which leads to an article only where xml:base says which document is meant.</summary>
    public string? Resolve(string? link) =>
        link is not null && HasStatedAddress && string.IsNullOrWhiteSpace(link) ? Address!.AbsoluteUri : Links.Resolve(link, Address);

    /// <summary>Atom ids are addresses that need not exist; one that is relative to a stated xml:base is made whole.</summary>
    public string? ResolveId(string? id) =>
        ItemIds.Read(id) is { } read && HasStatedAddress && !read.Contains(':') && !read.Contains(' ') ? Links.Resolve(read, Address) : ItemIds.Read(id);
}
