using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.CodeHollow;

/// <summary>Checks that both formats need.</summary>
internal static class ElementChecks
{
    /// <summary>True without xml:base and xml:lang.</summary>
    public static bool IsPlain(XElement element)
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.Namespace == XNamespace.Xml && attribute.Name.LocalName is "base" or "lang")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when no element comes twice, but for those that may.</summary>
    public static bool AreSingle(XElement parent, params ReadOnlySpan<string> repeatable)
    {
        var seen = new HashSet<XName>();
        foreach (var child in parent.Elements())
        {
            if (!seen.Add(child.Name) && !repeatable.Contains(child.Name.LocalName) && Vocabularies.Of(child.Name) != Vocabulary.Unknown
                && !(child.Name.LocalName == "link" && Vocabularies.Of(child.Name) == Vocabulary.Atom10))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when dc, content and sy mean what CodeHollow takes them for, or nothing.</summary>
    public static bool UsualPrefixes(XElement channel) =>
        Means(channel, "dc", Vocabulary.DublinCore) && Means(channel, "content", Vocabulary.Content) && Means(channel, "sy", Vocabulary.Syndication)
        && channel.GetDefaultNamespace() == XNamespace.None;

    private static bool Means(XElement channel, string prefix, Vocabulary vocabulary) =>
        channel.GetNamespaceOfPrefix(prefix) is not { } space || Vocabularies.Of(space + "any") == vocabulary;
}
