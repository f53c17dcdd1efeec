using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace Monitoring.FeedIngestor.Articles;

/// <summary>Links that carry the publisher's address inside their own: it can be read without asking anybody.</summary>
internal static partial class WrappedLink
{
    private const int MostLayers = 3;
    private static readonly string[] s_parameters = ["url", "u", "q", "to", "target", "redirect", "dest", "z"];

    /// <summary>The address inside, or the same address when there is none.</summary>
    public static Uri Unwrap(Uri address)
    {
        for (var layer = 0; layer < MostLayers && Inner(address) is { } inner; layer++)
        {
            address = inner;
        }

        return address;
    }

    private static Uri? Inner(Uri address)
    {
        if (GoogleNews().Match(address.AbsoluteUri) is { Success: true } news)
        {
            return FromGoogleNews(news.Groups["code"].Value);
        }

        if (YahooPath().Match(address.AbsoluteUri) is { Success: true } yahoo)
        {
            return Web(Uri.UnescapeDataString(yahoo.Groups["url"].Value));
        }

        return Wrapper().IsMatch(address.Host + address.AbsolutePath) ? FromQuery(address.Query) : null;
    }

    private static Uri? FromQuery(string query)
    {
        var pairs = query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToList();
        return s_parameters
            .SelectMany(name => pairs.Where(pair => pair[0].Equals(name, StringComparison.OrdinalIgnoreCase)))
            .Select(pair => Web(Uri.UnescapeDataString(pair[1].Replace('+', ' '))))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>Until 2024 Google News wrote the address itself into the code, as base64 of a small protobuf; newer codes hold nothing.</summary>
    private static Uri? FromGoogleNews(string code)
    {
        var bytes = new byte[code.Length];
        if (Base64Url.DecodeFromChars(code.AsSpan().TrimEnd('='), bytes, out _, out var written) != System.Buffers.OperationStatus.Done)
        {
            return null;
        }

        var found = Address().Match(Encoding.Latin1.GetString(bytes, 0, written));
        return found.Success ? Web(found.Value) : null;
    }

    private static Uri? Web(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var found) && found.Scheme is "http" or "https" && found.Host.Contains('.', StringComparison.Ordinal) ? found : null;

    [GeneratedRegex(
        @"^(www\.)?google\.[a-z.]{2,6}/url$|^news\.google\.com/news/url$|^(www\.)?bing\.com/(news/apiclick\.aspx|ck/a)$|^lm?\.(facebook|instagram)\.com/(l\.php)?$|^t\.umblr\.com/redirect$"
        + @"|^(www\.)?youtube\.com/redirect$|^(www\.)?linkedin\.com/redir/redirect$|^out\.reddit\.com/|^go\.redirectingat\.com/$|^exit\.sc/$|^(www\.)?reddit\.com/link$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"^https?://news\.google\.com/(rss/|__i/rss/rd/)?articles/(?<code>[A-Za-z0-9_=-]{20,2000})", RegexOptions.ExplicitCapture)]
    private static partial Regex GoogleNews();

    [GeneratedRegex(@"^https?://(r\.)?search\.yahoo\.com/.*/RU=(?<url>[^/]+)/", RegexOptions.ExplicitCapture)]
    private static partial Regex YahooPath();

    [GeneratedRegex(@"https?://[\x21-\x7e]+")]
    private static partial Regex Address();
}
