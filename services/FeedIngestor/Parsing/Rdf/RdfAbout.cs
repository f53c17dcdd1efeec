using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.Rdf;

/// <summary>An RDF item is named by its rdf:about, which is its address too unless a link says otherwise.</summary>
internal static class RdfAbout
{
    public static void Read(XElement element, Scope scope, ItemDraft item)
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.LocalName == "about" && Vocabularies.Of(attribute.Name) == Vocabulary.Rdf)
            {
                item.Id.Offer(ItemIds.Read(attribute.Value), 5);
                item.Link.Offer(Links.IsWeb(attribute.Value) ? scope.Resolve(attribute.Value) : null, LinkRanks.Identifier);
            }
        }
    }
}
