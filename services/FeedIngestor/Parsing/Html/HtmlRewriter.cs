using System.Text;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>
/// Writes a fragment anew from the elements and attributes that are allowed: balanced, every character that means something to HTML encoded, so that the
/// result is harmless by construction, whatever came in.
/// </summary>
internal sealed class HtmlRewriter(string html, Uri? address)
{
    // Deeper mark-up is decoration; browsers give up at 512.
    private const int DeepestElement = 100;

    // A long article has some hundreds. HtmlSanitizer needs the square of this number.
    private const int MostElements = 5_000;

    // Bytes of UTF-8: with less room than this the text counts as full.
    private const int LongestCharacter = 4;

    private readonly StringBuilder _out = new(Math.Min(html.Length + 64, FeedLimits.HtmlCharacters));
    private readonly List<string> _open = [];
    private int _textBytes;
    private int _elements;

    /// <summary>True when something came by that honest articles rarely hold: scripts, forms, frames, drawings, unknown elements.</summary>
    public bool Suspicious { get; private set; }

    /// <summary>True when at least one element was written.</summary>
    public bool HasMarkup { get; private set; }

    public string Write()
    {
        for (var index = 0; index < html.Length && _textBytes <= FeedLimits.TextBytes - LongestCharacter && _out.Length < FeedLimits.HtmlCharacters;)
        {
            var rest = html.AsSpan(index);
            var next = rest.IndexOfAny('<', '&');
            if (next != 0)
            {
                var run = next < 0 ? rest : rest[..next];
                Text(run);
                index += run.Length;
            }
            else
            {
                index += rest[0] == '&' ? Reference(rest) : Markup(index);
            }
        }

        CloseTo(0);
        return _out.ToString();
    }

    private int Markup(int index)
    {
        var tag = HtmlTag.Read(html, index);
        if (tag.Kind == HtmlTagKind.None)
        {
            Text("<");
            return 1;
        }

        if (tag.Kind == HtmlTagKind.Comment)
        {
            return tag.EndIn(html) - index;
        }

        var name = tag.NameIn(html);
        if (AllowedHtml.Elements.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known))
        {
            var end = tag.EndIn(html);
            Element(known, tag, end);
            return end - index;
        }

        if (AllowedHtml.Transparent.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
        {
            return tag.EndIn(html) - index;
        }

        Suspicious = true;
        return (tag.Kind == HtmlTagKind.Start && HtmlNames.IsSilent(name) ? tag.EndOfElementIn(html) : tag.EndIn(html)) - index;
    }

    private void Element(string name, HtmlTag tag, int end)
    {
        if (tag.Kind == HtmlTagKind.End)
        {
            var match = _open.LastIndexOf(name);
            if (match >= 0)
            {
                CloseTo(match);
            }

            return;
        }

        if (_open.Count > 0 && _open[^1] == name && AllowedHtml.ClosesItself(name))
        {
            CloseTo(_open.Count - 1);
        }

        var from = tag.NameStart + tag.NameLength;
        var inside = html.AsSpan(from, Math.Max(0, end - from - (html[end - 1] == '>' ? 1 : 0)));
        if (_open.Count < DeepestElement && _elements < MostElements && Start(name, HtmlAttributes.Read(name, inside)) && !AllowedHtml.Void.Contains(name))
        {
            _open.Add(name);
        }
    }

    private bool Start(string name, HtmlAttributes attributes)
    {
        var link = name switch
        {
            "a" when attributes.Href is not null => SafeLinks.ForReading(attributes.Href, address),
            "img" when attributes.Src is not null => SafeLinks.ForPicture(attributes.Src, address, attributes.Width, attributes.Height),
            _ => null,
        };
        if (link is null && name is "a" or "img")
        {
            return false;
        }

        HasMarkup = true;
        _elements++;
        _out.Append('<').Append(name);
        if (link is not null)
        {
            Attribute(name == "a" ? "href" : "src", link);
        }

        foreach (var (key, value) in attributes.Others ?? [])
        {
            Attribute(key, value);
        }

        _out.Append(name switch
        {
            "a" => $" rel=\"{AllowedHtml.LinkRelation}\">",
            "img" => " loading=\"lazy\" referrerpolicy=\"no-referrer\">",
            _ => ">",
        });
        return true;
    }

    private void Attribute(string name, string value)
    {
        _out.Append(' ').Append(name).Append("=\"");
        Encode(value);
        _out.Append('"');
    }

    private void CloseTo(int index)
    {
        for (var open = _open.Count - 1; open >= index; open--)
        {
            _out.Append("</").Append(_open[open]).Append('>');
        }

        _open.RemoveRange(index, _open.Count - index);
    }

    private int Reference(ReadOnlySpan<char> rest)
    {
        var decoded = new StringBuilder(4);
        var length = Entities.Html.DecodeOne(rest, decoded);
        Text(decoded.ToString());
        return length;
    }

    private void Text(ReadOnlySpan<char> text)
    {
        text = text[..TextCut.LengthInBytes(text, FeedLimits.TextBytes - _textBytes)];
        _textBytes += Encoding.UTF8.GetByteCount(text);
        Encode(text);
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("<>&\"\0") is var next and >= 0)
        {
            _out.Append(text[..next]).Append(text[next] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                _ => "",
            });
            text = text[(next + 1)..];
        }

        _out.Append(text);
    }
}
