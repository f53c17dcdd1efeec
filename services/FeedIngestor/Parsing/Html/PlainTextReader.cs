using System.Text;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>Goes once through a fragment and keeps what a reader would see.</summary>
internal sealed class PlainTextReader(string html, bool lines, int maxCharacters)
{
    private readonly TextLine _text = new(lines, Math.Min(html.Length, maxCharacters));
    private readonly StringBuilder _decoded = new();

    public string Read()
    {
        // Behind the last '>' no tag can end, so a '<' there is one of "a < b" or of a text cut short.
        var lastEnd = html.LastIndexOf('>');
        for (var index = 0; index < html.Length && _text.Length < maxCharacters;)
        {
            var rest = html.AsSpan(index);
            var next = rest.IndexOfAny('<', '&');
            if (next != 0)
            {
                _text.Append(next < 0 ? rest : rest[..next]);
                index += next < 0 ? rest.Length : next;
                continue;
            }

            index += rest[0] == '&' ? Reference(rest) : index > lastEnd ? UnfinishedMarkup(index) : Markup(index);
        }

        return _text.ToString();
    }

    private int Reference(ReadOnlySpan<char> rest)
    {
        var length = Entities.Html.DecodeOne(rest, _decoded.Clear());
        _text.Append(_decoded.ToString());
        return length;
    }

    /// <summary>Passes over one piece of mark-up, or over the sign itself when it starts none.</summary>
    private int Markup(int index)
    {
        var tag = HtmlTag.Read(html, index);
        var name = tag.NameIn(html);
        if (tag.Kind == HtmlTagKind.None || (tag.Kind != HtmlTagKind.Comment && !HtmlNames.IsTag(name)))
        {
            _text.Append("<");
            return 1;
        }

        if (tag.Kind == HtmlTagKind.Start && HtmlNames.IsSilent(name))
        {
            return tag.EndOfElementIn(html) - index;
        }

        if (HtmlNames.IsBlock(name))
        {
            _text.Break();
        }

        return tag.EndIn(html) - index;
    }

    // "<a href=..." at the end of a description that was cut to a length is no text; "<?paul" in a title is.
    private int UnfinishedMarkup(int index)
    {
        var tag = HtmlTag.Read(html, index);
        if (tag.Kind is HtmlTagKind.Start or HtmlTagKind.End && HtmlNames.IsTag(tag.NameIn(html)))
        {
            return html.Length - index;
        }

        _text.Append("<");
        return 1;
    }
}
