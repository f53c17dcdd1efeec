using System.Text.RegularExpressions;

namespace Monitoring.FeedIngestor.Sample;

/// <summary>Sample feeds live under <c>NAME.sample.example</c>, a host that exists nowhere (RFC 2606); here it is a folder on loopback.</summary>
internal static partial class SampleLinks
{
    public static string ToLoopback(string text, int port) => Host().Replace(text, $"http://127.0.0.1:{port}/${{name}}/");

    [GeneratedRegex(@"https?://(?<name>[a-z0-9-]+)\.sample\.example/?", RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
