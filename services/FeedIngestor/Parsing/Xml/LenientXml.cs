using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>Reads what is not XML but was meant to be: stray signs, unclosed tags, unknown entities and prefixes, an end in the middle.</summary>
internal static class LenientXml
{
    /// <summary>Never fails; <c>Cut</c> says that the text ended inside an element.</summary>
    public static (XElement Root, bool Cut) Read(string text, int start)
    {
        var entities = DoctypeEntities.Read(text[..start]);
        var scanner = new MarkupScanner(text);
        var tree = new LenientTree();
        var cut = false;
        for (var index = start; index < text.Length;)
        {
            var piece = scanner.Next(index);
            switch (piece.Kind)
            {
                case MarkupKind.Text:
                    tree.AddText(entities.Decode(text[piece.From..piece.To]));
                    break;
                case MarkupKind.Cdata:
                    tree.AddText(text[piece.From..piece.To]);
                    break;
                case MarkupKind.Start:
                    tree.Open(StartTag.Read(text.AsSpan(piece.From, piece.To - piece.From), entities));
                    break;
                case MarkupKind.End:
                    tree.Close(StartTag.NameOf(text.AsSpan(piece.From, piece.To - piece.From)).ToString());
                    break;
            }

            cut = piece.Cut;
            index = piece.Next;
        }

        return (tree.Root, tree.Finish(cut));
    }
}
