using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Feeds;

/// <summary>Reads a feed list in OPML 1.0 or 2.0, nested or flat.</summary>
internal static class Opml
{
    /// <summary>The feeds that can be followed.</summary>
    /// <exception cref="OpmlException">The text is no OPML, or names no feed.</exception>
    public static IReadOnlyList<OpmlFeed> Read(Stream text, string name) => Read(text, name, []);

    /// <param name="text">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="problems">Gets one sentence for each entry that is left out.</param>
    /// <exception cref="OpmlException">The text is no OPML, or names no feed.</exception>
    public static IReadOnlyList<OpmlFeed> Read(Stream text, string name, List<string> problems)
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

        var outlines = document.Descendants().Where(element => element.Name.LocalName == "outline" && Attribute(element, "xmlUrl") is not null).ToList();
        var feeds = outlines.Select(outline => ToFeed(outline, problems)).OfType<OpmlFeed>().DistinctBy(feed => feed.Address).ToList();
        return outlines.Count > 0 ? feeds : throw new OpmlException($"{name} names no feed: no <outline> has an xmlUrl attribute.");
    }

    private static OpmlFeed? ToFeed(XElement outline, List<string> problems)
    {
        var given = Attribute(outline, "xmlUrl")!;
        if (FeedFields.Address(given) is not { } address)
        {
            problems.Add($"{(given.Length > 200 ? given[..200] + "…" : given)} is no web address.");
            return null;
        }

        return new OpmlFeed
        {
            Address = address,
            Title = FeedFields.Title(Attribute(outline, "title") ?? Attribute(outline, "text")) ?? address,
            SiteUrl = FeedFields.SiteUrl(Attribute(outline, "htmlUrl")),
            Country = FeedFields.Country(Attribute(outline, "country")),
            Language = FeedFields.Language(Attribute(outline, "language")),
            Kind = FeedFields.Kind(Attribute(outline, "kind")),
            Folder = Folder(outline),
            Verified = Attribute(outline, "verified") == "yes",
            Trusted = Attribute(outline, "trusted") == "yes",
            FullText = Attribute(outline, "fullText") == "yes",
            Interval = int.TryParse(Attribute(outline, "intervalMinutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 10_080
                ? TimeSpan.FromMinutes(minutes)
                : null,
        };
    }

    private static string? Folder(XElement outline)
    {
        var names = outline.Ancestors().Where(element => element.Name.LocalName == "outline").Select(element => Attribute(element, "title") ?? Attribute(element, "text")).OfType<string>();
        return FeedFields.Folder(string.Join('/', names.Reverse().Select(name => name.Replace('/', '-'))));
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
