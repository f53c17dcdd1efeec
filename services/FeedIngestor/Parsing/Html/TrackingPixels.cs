using System.Text.RegularExpressions;

namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>Recognises pictures that are there to be counted, not to be seen.</summary>
internal static partial class TrackingPixels
{
    // Pictures of one or two pixels are spacers at best.
    private const int LargestPixel = 2;

    public static bool Is(string address, string? width, string? height) =>
        IsTiny(width) || IsTiny(height) || Trackers().IsMatch(address);

    private static bool IsTiny(string? size) =>
        size is not null && int.TryParse(size.Replace("px", "", StringComparison.OrdinalIgnoreCase), out var pixels) && pixels <= LargestPixel;

    [GeneratedRegex(
        @"^https?://(?:[^/]*\.)?(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|feedsportal\.com|pheedo\.com|scorecardresearch\.com|pixel\.wp\.com|"
        + @"stats\.wordpress\.com|pixel\.quantserve\.com|feedblitz\.com|b\.scorecardresearch\.com|pi\.feedsportal\.com|tinypass\.com|list-manage\.com)/"
        + @"|^https?://feeds?\.(?:feedburner|wordpress)\.com/(?:~|1\.0/)|^https?://feeds\.[^/]+/~[rf]+/|[/.](?:pixel|beacon|blank|spacer|clear|1x1|tracking)\.(?:gif|png)|/(?:pixel|beacon)(?:[/?]|$)"
        + @"|[?&]utm_(?:source|medium)=[^#]*\.gif",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trackers();
}
