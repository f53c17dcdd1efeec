using System.Text;
using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Html;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>Writes what an element contains as HTML: XHTML content, and mark-up that should have been escaped.</summary>
internal static class InnerHtml
{
    public static string Of(XElement element)
    {
        if (!element.HasElements)
        {
            return HtmlText.Encode(element.Value);
        }

        var html = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            Write(node, html);
        }

        return html.ToString();
    }

    // Recursion is bounded by FeedLimits.Depth: deeper trees are never built.
    private static void Write(XNode node, StringBuilder html)
    {
        if (node is XText text)
        {
            html.Append(HtmlText.Encode(text.Value));
        }
        else if (node is XElement element && html.Length < FeedLimits.HtmlCharacters)
        {
            WriteElement(element, html);
        }
    }

    private static void WriteElement(XElement element, StringBuilder html)
    {
        var name = element.Name.LocalName;
        html.Append('<').Append(name);
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.NamespaceName.Length == 0 && !attribute.IsNamespaceDeclaration)
            {
                html.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(HtmlText.Encode(attribute.Value)).Append('"');
            }
        }

        html.Append('>');
        if (element.IsEmpty && FeedShape.IsVoidHtml(name))
        {
            return;
        }

        foreach (var node in element.Nodes())
        {
            Write(node, html);
        }

        html.Append("</").Append(name).Append('>');
    }
}
