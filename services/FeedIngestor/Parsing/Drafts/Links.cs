using System.Buffers;

namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>Makes addresses absolute and drops those that no reader should follow.</summary>
internal static class Links
{
    private static readonly SearchValues<char> s_schemeLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    public static Uri? AbsoluteUri(string link, Uri? address) =>
        Resolve(link, address) is { } absolute && Uri.TryCreate(absolute, UriKind.Absolute, out var uri) ? uri : null;

    /// <summary>The address as written when it is absolute; resolved when it is relative; as written when there is nothing to resolve it against.</summary>
    public static string? Resolve(string? link, Uri? address)
    {
        link = Tidy(link);
        if (link is null || IsDangerous(link))
        {
            return null;
        }

        if (link.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return "http://" + link;
        }

        if (HasScheme(link) || address is null)
        {
            return link;
        }

        return Uri.TryCreate(address, link, out var absolute) ? absolute.AbsoluteUri : link;
    }

    public static bool IsWeb(string? link) =>
        link is not null
        && (link.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    private static string? Tidy(string? link)
    {
        link = link?.Trim();
        if (string.IsNullOrEmpty(link) || link.Length > FeedLimits.LineCharacters)
        {
            return null;
        }

        // Addresses broken over lines are put together again, as browsers do (https://url.spec.whatwg.org/#url-parsing).
        return link.AsSpan().ContainsAny('\n', '\r', '\t')
            ? string.Concat(link.Where(letter => letter is not ('\n' or '\r' or '\t')))
            : link;
    }

    private static bool HasScheme(string link)
    {
        var colon = link.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(link[0])
            && !link.AsSpan(0, colon).ContainsAnyExcept(s_schemeLetters);
    }

    private static bool IsDangerous(string link) =>
        link.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
        || link.StartsWith("vbscript:", StringComparison.OrdinalIgnoreCase)
        || link.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
}
