using System.Text;
using System.Xml.Linq;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>Gathers the pieces of one text before they become a node: XElement copies all of a text for each piece that is added to it.</summary>
internal sealed class PendingText
{
    private readonly StringBuilder _many = new();
    private string? _one;

    public void Add(string piece)
    {
        if (_one is null && _many.Length == 0)
        {
            _one = piece;
            return;
        }

        _many.Append(_one).Append(piece);
        _one = null;
    }

    public void FlushTo(XElement? element)
    {
        var text = _one ?? (_many.Length > 0 ? _many.ToString() : null);
        _one = null;
        _many.Clear();
        if (!string.IsNullOrEmpty(text))
        {
            element?.Add(text);
        }
    }
}
