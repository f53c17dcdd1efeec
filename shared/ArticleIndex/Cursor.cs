using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Monitoring.ArticleIndex;

/// <summary>Where the next page begins: after this item, in the order as it was at that moment.</summary>
/// <param name="Sort">The order; a cursor of another is refused.</param>
/// <param name="Key">Sort value of the last item: milliseconds of publication, or score.</param>
/// <param name="ArticleId">Its id, which orders equal values.</param>
/// <param name="Now">The moment of the first page, from which ages are counted.</param>
/// <param name="Engine">What the engine adds to find its snapshot again; may be empty.</param>
internal sealed record Cursor(SearchSort Sort, double Key, string ArticleId, DateTimeOffset Now, string Engine)
{
    // An id or a snapshot's name of Elasticsearch is shorter; more is not ours.
    private const int MaxLength = 8_000;

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{(int)Sort} {Key:R} {Now.ToUnixTimeMilliseconds()} {ArticleId} {Engine}")));

    public static Cursor? Parse(string text, SearchSort sort)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ', 5);

        return parts.Length == 5 && parts[0] == ((int)sort).ToString(CultureInfo.InvariantCulture)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var key) && double.IsFinite(key)
            && long.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var now) && now is > 0 and < 253402300799999
            ? new(sort, key, parts[3], DateTimeOffset.FromUnixTimeMilliseconds(now), parts[4])
            : null;
    }
}
