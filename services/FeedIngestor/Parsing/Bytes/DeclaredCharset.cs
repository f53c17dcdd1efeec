using System.Text;
using System.Text.RegularExpressions;

namespace Monitoring.FeedIngestor.Parsing.Bytes;

/// <summary>Finds what a body or its headers claim about its encoding.</summary>
internal static partial class DeclaredCharset
{
    // The declaration comes first or after little junk; 1 KB is what browsers look at too.
    private const int PrologBytes = 1_024;

    public static Encoding? FromHttp(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType))
        {
            return null;
        }

        var match = HttpCharset().Match(contentType);
        return match.Success ? Charsets.Find(match.Groups[1].Value) : null;
    }

    public static Encoding? FromProlog(ReadOnlySpan<byte> body)
    {
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, PrologBytes)]);
        var match = XmlEncoding().Match(head);
        return match.Success ? Charsets.Find(match.Groups[1].Value) : null;
    }

    /// <summary>The code pages of EBCDIC agree on the letters of the prolog (XML 1.0, appendix F).</summary>
    public static Encoding? FromEbcdicProlog(ReadOnlySpan<byte> body)
    {
        var head = Charsets.Forgiving(Charsets.Find("ibm037")!).GetString(body[..Math.Min(body.Length, PrologBytes)]);
        var match = XmlEncoding().Match(head);
        return match.Success ? Charsets.Find(match.Groups[1].Value) : null;
    }

    [GeneratedRegex("""charset\s*=\s*["']?([^\s;,"']+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HttpCharset();

    [GeneratedRegex("""<\?xml\b[^>]{0,200}?encoding\s*=\s*["']?\s*([A-Za-z0-9._:\-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex XmlEncoding();
}
