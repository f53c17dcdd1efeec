using System.Diagnostics.CodeAnalysis;
using System.Xml;
using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>Reads well-formed XML with System.Xml, within limits.</summary>
internal static class StrictXml
{
    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1_000_000,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static bool TryRead(string text, [NotNullWhen(true)] out XElement? root, [NotNullWhen(false)] out string? error)
    {
        root = null;
        error = null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), s_settings);
            root = Build(reader);
            error = root is null ? "The XML has too many elements or nests too deeply." : null;
        }
        catch (XmlException broken)
        {
            error = $"Not well-formed XML in line {broken.LineNumber}.";
        }
        catch (ArgumentException broken)
        {
            error = $"Not well-formed XML: {broken.Message}";
        }

        return error is null && root is not null;
    }

    private static XElement? Build(XmlReader reader)
    {
        XElement? current = null;
        var document = new XDocument();
        var text = new PendingText();
        for (int depth = 0, elements = 0; reader.Read();)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++elements > FeedLimits.Elements || depth >= FeedLimits.Depth)
                    {
                        return null;
                    }

                    text.FlushTo(current);
                    var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                    ((XContainer?)current ?? document).Add(element);
                    var empty = reader.IsEmptyElement;
                    CopyAttributes(reader, element);
                    if (!empty)
                    {
                        current = element;
                        depth++;
                    }

                    break;
                case XmlNodeType.EndElement:
                    text.FlushTo(current);
                    current = current!.Parent;
                    depth--;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    text.Add(reader.Value);
                    break;
            }
        }

        return document.Root;
    }

    private static void CopyAttributes(XmlReader reader, XElement element)
    {
        while (reader.MoveToNextAttribute())
        {
            var space = reader.Prefix.Length == 0 ? "" : reader.NamespaceURI;
            element.Add(new XAttribute(XName.Get(reader.LocalName, space), reader.Value));
        }
    }
}
