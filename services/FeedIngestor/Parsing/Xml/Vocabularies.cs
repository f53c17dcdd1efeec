using System.Collections.Frozen;
using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>The vocabularies that carry what an article needs.</summary>
internal enum Vocabulary
{
    Unknown,
    Rss,
    Atom03,
    Atom10,
    DublinCore,
    DublinCoreTerms,
    Content,
    Media,
    Itunes,
    Syndication,
    FeedBurner,
    Rdf,
    Xhtml,
}

/// <summary>Knows vocabularies by the many namespaces that publishers write for them.</summary>
internal static class Vocabularies
{
    private static readonly (string Prefix, Vocabulary Vocabulary, string[] Namespaces)[] s_all =
    [
        ("rss", Vocabulary.Rss,
        [
            "", "http://purl.org/rss/1.0", "http://my.netscape.com/rdf/simple/0.9", "http://channel.netscape.com/rdf/simple/0.9",
            "http://my.netscape.com/publish/formats/rss-0.91.dtd", "http://backend.userland.com/rss", "http://backend.userland.com/rss2",
            "http://backend.userland.com/rss091", "http://backend.userland.com/rss092", "http://blogs.law.harvard.edu/tech/rss",
            "http://cyber.law.harvard.edu/rss", "http://cyber.law.harvard.edu/rss/rss.html", "http://www.rssboard.org/rss-specification",
            "http://purl.org/rss/1.0/modules/rss091", "http://purl.org/net/rss1.1", "http://www.microsoft.com/standards/channels.dtd",
            "http://example.com/newformat", "http://example.com/necho",
        ]),
        ("atom", Vocabulary.Atom10, ["http://www.w3.org/2005/atom"]),
        ("atom03", Vocabulary.Atom03, ["http://purl.org/atom/ns", "http://purl.org/echo", "uri/of/echo/namespace", "http://purl.org/pie"]),
        ("dc", Vocabulary.DublinCore,
            ["http://purl.org/dc/elements/1.1", "http://purl.org/dc/elements/1.0", "http://purl.org/metadata/dublin_core", "http://purl.org/dc"]),
        ("dcterms", Vocabulary.DublinCoreTerms, ["http://purl.org/dc/terms"]),
        ("content", Vocabulary.Content, ["http://purl.org/rss/1.0/modules/content"]),
        ("media", Vocabulary.Media,
            ["http://search.yahoo.com/mrss", "http://video.search.yahoo.com/mrss", "http://www.rssboard.org/media-rss", "http://tools.search.yahoo.com/mrss"]),
        ("itunes", Vocabulary.Itunes, ["http://www.itunes.com/dtds/podcast-1.0.dtd", "http://example.com/dtds/podcast-1.0.dtd", "http://www.itunes.com/podcast-1.0.dtd"]),
        ("sy", Vocabulary.Syndication, ["http://purl.org/rss/1.0/modules/syndication", "http://purl.org/net/rss1.1/modules/syndication"]),
        ("feedburner", Vocabulary.FeedBurner, ["http://rssnamespace.org/feedburner/ext/1.0", "http://www.pheedo.com/namespace/pheedo"]),
        ("rdf", Vocabulary.Rdf, ["http://www.w3.org/1999/02/22-rdf-syntax-ns"]),
        ("xhtml", Vocabulary.Xhtml, ["http://www.w3.org/1999/xhtml"]),
    ];

    private static readonly FrozenDictionary<string, Vocabulary> s_byNamespace = s_all
        .SelectMany(entry => entry.Namespaces.SelectMany(space => Spellings(space).Select(spelling => (spelling, entry.Vocabulary))))
        .ToFrozenDictionary(entry => entry.spelling, entry => entry.Vocabulary, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> s_byPrefix = s_all
        .ToFrozenDictionary(entry => entry.Prefix, entry => entry.Namespaces[0], StringComparer.OrdinalIgnoreCase);

    public static Vocabulary Of(XName name) => s_byNamespace.GetValueOrDefault(name.NamespaceName);

    /// <summary>What an undeclared prefix means by convention; null for one without a convention.</summary>
    public static string? NamespaceOfPrefix(string prefix) => s_byPrefix.GetValueOrDefault(prefix);

    // Written with and without the final sign, and with both schemes, all of them in the wild.
    private static IEnumerable<string> Spellings(string space) => space.Length == 0
        ? [space]
        : new[] { space, space.Replace("http://", "https://", StringComparison.Ordinal) }.Distinct().SelectMany(spelling => new[] { spelling, spelling + "/", spelling + "#" });
}
