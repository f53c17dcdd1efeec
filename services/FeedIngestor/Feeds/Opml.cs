using System.Xml;
using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Feeds;

/// <summary>Reads a feed list in OPML 1.0 or 2.0, nested or flat.</summary>
internal static class Opml
{
    /// <exception cref="OpmlException">The text is no OPML, or names no feed.</exception>
    public static IReadOnlyList<OpmlFeed> Read(Stream text, string name)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            document = XDocument.Load(reader);
        }
        catch (XmlException broken)
        {
            throw new OpmlException($"{name} is not well-formed XML: {broken.Message}");
        }

        if (document.Root?.Name.LocalName != "opml")
        {
            throw new OpmlException($"{name} is no OPML: its root element is <{document.Root?.Name.LocalName}>, not <opml>.");
        }

        var feeds = document.Descendants("outline").Where(outline => Attribute(outline, "xmlUrl") is not null).Select(ToFeed).ToList();
        return feeds.Count > 0 ? feeds : throw new OpmlException($"{name} names no feed: no <outline> has an xmlUrl attribute.");
    }

    private static OpmlFeed ToFeed(XElement outline)
    {
        var address = Attribute(outline, "xmlUrl")!;
        return new OpmlFeed
        {
            Address = address,
            Title = Attribute(outline, "title") ?? Attribute(outline, "text") ?? address,
            SiteUrl = Attribute(outline, "htmlUrl"),
            Country = Attribute(outline, "country"),
            Language = Attribute(outline, "language"),
            Kind = Attribute(outline, "kind"),
            Verified = Attribute(outline, "verified") == "yes",
        };
    }

    private static string? Attribute(XElement outline, string name) =>
        outline.Attributes().FirstOrDefault(attribute => string.Equals(attribute.Name.LocalName, name, StringComparison.OrdinalIgnoreCase))?.Value.Trim() is { Length: > 0 } value
            ? value
            : null;
}

/// <summary>One feed as a list names it.</summary>
internal sealed record OpmlFeed
{
    public required string Address { get; init; }

    public required string Title { get; init; }

    public string? SiteUrl { get; init; }

    public string? Country { get; init; }

    public string? Language { get; init; }

    public string? Kind { get; init; }

    /// <summary>Where it stands in a nested list, for instance <c>Europe/France</c>.</summary>
    public string? Folder { get; init; }

    public bool Verified { get; init; }

    public bool Trusted { get; init; }

    public bool FullText { get; init; }

    /// <summary>Set by a person: this interval, whatever is learned.</summary>
    public TimeSpan? Interval { get; init; }
}

/// <summary>A feed list cannot be read.</summary>
internal sealed class OpmlException(string message) : Exception(message);
