using System.Security.Cryptography;
using System.Text;

namespace Monitoring.FeedIngestor.Articles;

/// <summary>The same page always gets the same id, so seeing it twice costs nothing.</summary>
internal static class ArticleId
{
    /// <param name="canonical">As <see cref="CanonicalUrl"/> gives it.</param>
    public static string From(Uri canonical)
    {
        // http and https lead a reader to the same page, and so does a slash at the end.
        var port = canonical.IsDefaultPort ? "" : $":{canonical.Port}";
        var path = canonical.AbsolutePath.Length > 1 ? canonical.AbsolutePath.TrimEnd('/') : canonical.AbsolutePath;
        return Hash(WithoutTwin(canonical.IdnHost) + port + path + canonical.Query)[..32];
    }

    /// <summary>www.example.org, m.example.org and en.m.example.org show what example.org and en.example.org show.</summary>
    private static string WithoutTwin(string host)
    {
        var labels = host.Split('.');
        var isTwin = labels.Length > 2 && labels[0] is "www" or "m" or "mobile" or "amp";
        return isTwin ? string.Join('.', labels[1..])
            : labels.Length > 3 && labels[1] == "m" ? string.Join('.', [labels[0], .. labels[2..]])
            : host;
    }

    /// <summary>Changes when a reader would see something else.</summary>
    public static string ContentVersion(string title, string text) => Hash(title + "\n" + text)[..16];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
