using AngleSharp.Dom;
using Ganss.Xss;

namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>
/// Makes HTML from feeds fit for pages. Every fragment is written anew from what <see cref="AllowedHtml"/> lists; a fragment that held anything unusual is
/// looked at a second time by HtmlSanitizer, which parses as browsers do and decides.
/// </summary>
internal static class SafeHtml
{
    // Sanitize is thread-safe as long as nobody changes the settings.
    private static readonly HtmlSanitizer s_sanitizer = CreateSanitizer();

    /// <summary>HTML that a page may show, at most 64 KB of text; null when there is no mark-up to show.</summary>
    public static string? Clean(string? html, Uri? address)
    {
        if (string.IsNullOrEmpty(html) || !html.Contains('<'))
        {
            return null;
        }

        var rewriter = new HtmlRewriter(html, address);
        var written = rewriter.Write();
        if (!rewriter.HasMarkup)
        {
            return null;
        }

        return rewriter.Suspicious ? s_sanitizer.Sanitize(written) : written;
    }

    private static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true, AllowDataAttributes = false };
        Replace(sanitizer.AllowedTags, AllowedHtml.Elements);
        Replace(sanitizer.AllowedAttributes, AllowedHtml.Attributes.Concat(["rel", "loading", "referrerpolicy"]));
        Replace(sanitizer.AllowedSchemes, ["http", "https", "mailto"]);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedAtRules.Clear();
        sanitizer.AllowedClasses.Clear();
        sanitizer.PostProcessNode += (_, args) => SetRelation(args.Node);
        return sanitizer;
    }

    private static void SetRelation(INode node)
    {
        if (node is IElement { LocalName: "a" } link)
        {
            link.SetAttribute("rel", AllowedHtml.LinkRelation);
        }
    }

    private static void Replace(ISet<string> set, IEnumerable<string> values)
    {
        set.Clear();
        set.UnionWith(values);
    }
}
