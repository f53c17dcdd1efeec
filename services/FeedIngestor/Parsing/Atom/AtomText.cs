using System.Text;
using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Bytes;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Html;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.Atom;

/// <summary>Reads text constructs: text, html and xhtml of Atom 1.0; media types with escaped, base64 and xml modes of Atom 0.3.</summary>
internal static class AtomText
{
    public static FeedText? Read(XElement element, Scope scope)
    {
        var type = element.Attribute("type")?.Value.Trim().ToLowerInvariant() ?? "text";
        var mode = element.Attribute("mode")?.Value.Trim().ToLowerInvariant();
        if (element.HasElements)
        {
            return FeedText.Of(InnerHtml.Of(WithoutDiv(element)), isHtml: true, scope);
        }

        var value = element.Value;
        if (mode == "base64" || IsBinary(type))
        {
            value = FromBase64(value) ?? value;
        }

        return FeedText.Of(value, IsHtml(type) || MarkupGuess.LooksLikeHtml(value), scope);
    }

    private static bool IsHtml(string type) => type is "html" or "xhtml" or "text/html" or "application/xhtml+xml" or "application/xml+xhtml";

    private static bool IsBinary(string type) =>
        type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("+xml", StringComparison.Ordinal)
        && !type.EndsWith("/xml", StringComparison.Ordinal) && type != "application/xml+xhtml";

    /// <summary>The div of an xhtml construct is a wrapper and no part of the content (RFC 4287, 3.1.1.3).</summary>
    private static XElement WithoutDiv(XElement element) =>
        element.Elements().Take(2).ToArray() is [{ Name.LocalName: "div" } div]
        && element.Nodes().OfType<XText>().All(text => string.IsNullOrWhiteSpace(text.Value)) && div.HasElements
            ? div
            : element;

    private static string? FromBase64(string value)
    {
        var buffer = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, buffer, out var length) || length == 0)
        {
            return null;
        }

        try
        {
            return Charsets.Utf8.GetString(buffer, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
