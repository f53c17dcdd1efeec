using System.Text.RegularExpressions;

namespace Monitoring.FeedIngestor.Articles;

/// <summary>Leads from an AMP page, or a cache's copy of one, to the article it is a twin of.</summary>
internal static partial class AmpUrl
{
    public static Uri ToArticle(Uri address)
    {
        var original = Cached().Match(address.Host + address.PathAndQuery) is { Success: true } cached
            && Uri.TryCreate((cached.Groups["secure"].Success ? "https://" : "http://") + cached.Groups["rest"].Value, UriKind.Absolute, out var inner)
                ? inner
                : address;
        return Suffix().Match(original.AbsolutePath) is { Success: true } suffix
            ? new UriBuilder(original) { Path = original.AbsolutePath[..suffix.Index] + suffix.Groups["extension"].Value }.Uri
            : original;
    }

    // google.com/amp/s/example.org/a and example-org.cdn.ampproject.org/c/s/example.org/a; "s" says https.
    [GeneratedRegex(@"^(www\.google\.[a-z.]{2,6}/amp|[a-z0-9-]+\.cdn\.ampproject\.org/[cvi])/(?<secure>s/)?(?<rest>[a-z0-9-]+(\.[a-z0-9-]+)+/.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Cached();

    // /story/amp, /story/amp/, /story.amp, /story.amp.html
    [GeneratedRegex(@"(?<=/[^/]+)(/amp/?|\.amp(?<extension>\.html?)?)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Suffix();
}
