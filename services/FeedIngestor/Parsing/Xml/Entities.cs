using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>Resolves character references by number, HTML name or the document's own declaration; what is no reference stays as it stands.</summary>
/// <param name="declared">Entities that the document declares; may be null.</param>
internal sealed class Entities(IReadOnlyDictionary<string, string>? declared = null)
{
    public static readonly Entities Html = new();

    // The longest HTML name has 31 letters (CounterClockwiseContourIntegral).
    private const int LongestName = 40;

    // What the declared entities of one document may add up to: harmless for "&company;", the end of a billion laughs.
    private int _budget = 256 * 1024;

    public string Decode(string text)
    {
        if (!text.Contains('&'))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            var next = text.IndexOf('&', index);
            if (next < 0)
            {
                next = text.Length;
            }

            decoded.Append(text, index, next - index);
            index = next;
            if (index < text.Length)
            {
                index += DecodeOne(text.AsSpan(index), decoded);
            }
        }

        return decoded.ToString();
    }

    /// <summary>Appends what the reference at the start of <paramref name="text"/> means and answers how long the reference is.</summary>
    public int DecodeOne(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        var end = text[..Math.Min(text.Length, LongestName)].IndexOf(';');
        if (text.Length > 2 && text[1] == '#')
        {
            return DecodeNumber(text, decoded);
        }

        var meaning = end > 1 ? Find(text[1..end]) : null;
        if (meaning is null)
        {
            decoded.Append('&');
            return 1;
        }

        decoded.Append(meaning);
        return end + 1;
    }

    private string? Find(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "amp":
                return "&";
            case "lt":
                return "<";
            case "gt":
                return ">";
            case "quot":
                return "\"";
            case "apos":
                return "'";
            case "nbsp":
                return "\u00A0";
        }

        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '.' or '-'))
            {
                return null;
            }
        }

        var key = name.ToString();
        if (declared?.GetValueOrDefault(key) is { } value)
        {
            _budget -= value.Length;
            return _budget < 0 ? null : value;
        }

        return HtmlEntityProvider.Resolver.GetSymbol(key + ";");
    }

    private static int DecodeNumber(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        var length = ReadNumber(text, out var code);
        if (length == 0)
        {
            decoded.Append('&');
            return 1;
        }

        // Emoji written as two references, one for each half of their UTF-16 form.
        if (code is >= 0xD800 and <= 0xDBFF && ReadNumber(text[length..], out var low) is var second and > 0 && low is >= 0xDC00 and <= 0xDFFF)
        {
            decoded.Append((char)code).Append((char)low);
            return length + second;
        }

        decoded.Append(XmlCharacters.FromReference(code));
        return length;
    }

    /// <summary>The length of a reference by number at the start of the text, 0 when there is none.</summary>
    private static int ReadNumber(ReadOnlySpan<char> text, out uint code)
    {
        code = 0;
        if (!text.StartsWith("&#") || text.Length < 3)
        {
            return 0;
        }

        var hex = text[2] is 'x' or 'X';
        var from = hex ? 3 : 2;
        var length = from;
        while (length < text.Length && length < from + 8 && (hex ? char.IsAsciiHexDigit(text[length]) : char.IsAsciiDigit(text[length])))
        {
            length++;
        }

        var style = hex ? NumberStyles.HexNumber : NumberStyles.None;
        return length == from || !uint.TryParse(text[from..length], style, CultureInfo.InvariantCulture, out code) ? 0
            : length < text.Length && text[length] == ';' ? length + 1
            : length;
    }
}
