using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>A feed as elements.</summary>
/// <param name="Root">Belongs to a document, as CodeHollow's readers need it.</param>
/// <param name="WellFormed">False when the lenient reader had to guess.</param>
/// <param name="Problem">What was wrong with the text.</param>
internal sealed record XmlTree(XElement Root, bool WellFormed, string? Problem)
{
    /// <summary>True when only a name in a page looked like the start of a feed.</summary>
    public bool IsPartOfPage => !WellFormed && !Root.Elements().Any();

    /// <summary>Reads strictly where possible, else leniently. Null when no feed starts anywhere in the text.</summary>
    public static XmlTree? Read(string text)
    {
        if (FeedStart.Find(text) is not var (start, junk))
        {
            return null;
        }

        // The prolog and the document type stay outside: neither reader ever sees a declaration that could fetch or expand anything.
        var problem = junk ? "Text before the feed was skipped." : null;
        if (StrictXml.TryRead(text[start..], out var root, out var error))
        {
            return new XmlTree(root, true, problem);
        }

        var lenient = LenientXml.Read(text, start);
        return new XmlTree(lenient.Root, false, $"{error}{(lenient.Cut ? " The text is cut; the item at the cut was left out." : "")}");
    }
}
