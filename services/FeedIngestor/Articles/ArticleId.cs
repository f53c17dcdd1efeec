using System.Security.Cryptography;
using System.Text;

namespace Monitoring.FeedIngestor.Articles;

/// <summary>The same page always gets the same id, so seeing it twice costs nothing.</summary>
internal static class ArticleId
{
    /// <param name="canonical">As <see cref="CanonicalUrl"/> gives it.</param>
    public static string From(Uri canonical)
    {
        // http and https lead a reader to the same page.
        var port = canonical.IsDefaultPort ? "" : $":{canonical.Port}";
        return Hash(canonical.IdnHost + port + canonical.PathAndQuery)[..32];
    }

    /// <summary>Changes when a reader would see something else.</summary>
    public static string ContentVersion(string title, string text) => Hash(title + "\n" + text)[..16];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
