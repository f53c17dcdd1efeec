using Monitoring.FeedIngestor.Parsing.Drafts;

namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>Lets through the addresses that a page may link to or load.</summary>
internal static class SafeLinks
{
    /// <summary>An absolute http, https or mailto address; null for all else.</summary>
    public static string? ForReading(string value, Uri? address) =>
        Links.Resolve(WithoutControls(value), address) is { } link
        && (Links.IsWeb(link) || link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            ? link
            : null;

    /// <summary>An absolute http or https address of a picture that is no tracking pixel.</summary>
    public static string? ForPicture(string value, Uri? address, string? width, string? height) =>
        Links.Resolve(WithoutControls(value), address) is { } link && Links.IsWeb(link) && !TrackingPixels.Is(link, width, height) ? link : null;

    // Browsers drop control characters before they look at the scheme: "java\0script:" must not look harmless here.
    private static string WithoutControls(string value) =>
        value.AsSpan().ContainsAnyInRange('\0', '\u001F') ? string.Concat(value.Where(letter => letter >= ' ')) : value;
}
