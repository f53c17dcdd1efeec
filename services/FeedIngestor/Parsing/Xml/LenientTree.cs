using System.Xml;
using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>Builds elements from tags that need not match, guided by what a feed looks like: items do not nest, and lines hold no items.</summary>
internal sealed class LenientTree
{
    private readonly XDocument _document = new();
    private readonly Scopes _scopes = new();
    private readonly PendingText _text = new();
    private readonly List<(XElement Element, string Name)> _open = [];
    private int _elements;
    private int _skipped;

    public XElement Root => _document.Root ?? new XElement("none");

    public void AddText(string text)
    {
        if (_open.Count > 0)
        {
            _text.Add(XmlCharacters.Strip(text));
        }
    }

    public void Open(StartTag tag)
    {
        if (_open.Count == 0 && _document.Root is not null)
        {
            return;
        }

        CloseImplied(tag.Name);
        var full = _open.Count >= FeedLimits.Depth || ++_elements > FeedLimits.Elements;
        if (full)
        {
            _skipped += tag.Empty ? 0 : 1;
            return;
        }

        FlushText();
        _scopes.Enter(tag.Attributes);
        var element = new XElement(NameOf(tag.Name, forAttribute: false));
        foreach (var (name, value) in tag.Attributes)
        {
            AddAttribute(element, name, value);
        }

        ((XContainer?)(_open.Count > 0 ? _open[^1].Element : null) ?? _document).Add(element);
        if (tag.Empty || (_open.Count > 0 && FeedShape.IsVoidHtml(tag.Name)))
        {
            _scopes.Leave();
        }
        else
        {
            _open.Add((element, tag.Name));
        }
    }

    public void Close(string name)
    {
        if (_skipped > 0)
        {
            _skipped--;
            return;
        }

        var match = _open.FindLastIndex(open => open.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

        // The root stays open: what follows an early end still belongs to the feed.
        if (match > 0 && !(FeedShape.IsInline(name) && CrossesContainer(match)))
        {
            CloseTo(match);
        }
    }

    /// <summary>Ends the document. An item that is still open was cut, and goes: half a text would pass for an edited article at the next poll.</summary>
    public bool Finish(bool cutInPiece)
    {
        FlushText();
        var item = _open.FindLastIndex(open => FeedShape.IsItem(open.Name));
        if (item > 0)
        {
            _open[item].Element.Remove();
        }

        return cutInPiece || item > 0;
    }

    private void CloseImplied(string name)
    {
        if (FeedShape.IsItem(name))
        {
            var item = _open.FindLastIndex(open => FeedShape.IsItem(open.Name));
            if (item > 0)
            {
                CloseTo(item);
            }
        }

        if (_open.Count > 1 && FeedShape.IsLine(_open[^1].Name) && FeedShape.EndsLine(name))
        {
            CloseTo(_open.Count - 1);
        }
    }

    private bool CrossesContainer(int match) => _open.FindIndex(match, open => FeedShape.IsItem(open.Name)) >= 0;

    private void FlushText() => _text.FlushTo(_open.Count > 0 ? _open[^1].Element : null);

    private void CloseTo(int index)
    {
        FlushText();
        for (var count = _open.Count - index; count > 0; count--)
        {
            _scopes.Leave();
        }

        _open.RemoveRange(index, _open.Count - index);
    }

    private void AddAttribute(XElement element, string name, string value)
    {
        if (name == "xmlns" || name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var full = NameOf(name, forAttribute: true);
        if (element.Attribute(full) is null)
        {
            element.Add(new XAttribute(full, XmlCharacters.Strip(value)));
        }
    }

    private XName NameOf(string name, bool forAttribute)
    {
        var colon = name.IndexOf(':');
        var prefix = colon > 0 ? name[..colon] : "";
        var local = EncodeLocal(colon > 0 ? name[(colon + 1)..] : name);
        var space = prefix.Length == 0 && forAttribute ? "" : prefix == "xml" ? XNamespace.Xml.NamespaceName : _scopes.NamespaceOf(prefix);
        return XName.Get(local, space);
    }

    // Broken tags have names such as "b," or "3d": they must not stop the reader.
    private static string EncodeLocal(string local) => local.Length > 0 && local.Length < 100 ? XmlConvert.EncodeLocalName(local)! : "_";
}
