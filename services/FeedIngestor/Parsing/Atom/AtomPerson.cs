using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Html;

namespace Monitoring.FeedIngestor.Parsing.Atom;

/// <summary>Reads name, email and uri of an author.</summary>
internal static class AtomPerson
{
    public static FeedPerson? Read(XElement element)
    {
        if (!element.HasElements)
        {
            return People.Read(element.Value);
        }

        string? name = null, email = null, address = null;
        foreach (var part in element.Elements())
        {
            var value = PlainText.Line(part.Value);
            value = value.Length == 0 ? null : value;
            switch (part.Name.LocalName.ToLowerInvariant())
            {
                case "name":
                    name ??= value;
                    break;
                case "email":
                    email ??= value;
                    break;
                case "uri" or "url" or "homepage":
                    address ??= value;
                    break;
            }
        }

        return name is null && email is null && address is null ? People.Read(element.Value) : new FeedPerson(name, email, address);
    }
}
