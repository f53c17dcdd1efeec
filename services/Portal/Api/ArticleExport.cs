using System.Globalization;
using System.Text;
using System.Text.Json;
using Monitoring.ArticleIndex;

namespace Monitoring.Portal.Api;

/// <summary>All articles of a search as a stream, page by page: memory does not grow with the result.</summary>
internal sealed class ArticleExport(IArticleSearch index, SearchRequest request, string format, int limit) : IResult
{
    private static readonly string[] s_columns =
        ["id", "published_at", "title", "url", "source", "language", "relevance", "countries", "themes", "story_id"];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancel = httpContext.RequestAborted;
        // The first page before the first byte: an outage can still become a 503.
        var page = await index.SearchAsync(request with { PageSize = SearchRequest.MaxPageSize }, cancel);
        var response = httpContext.Response;
        response.ContentType = format == "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=articles.{format}";
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept";
        response.Headers["X-Total-Count"] = page.Total.ToString(CultureInfo.InvariantCulture);
        if (format == "csv")
        {
            await response.WriteAsync(string.Join(',', s_columns) + "\r\n", Encoding.UTF8, cancel);
        }

        for (var written = 0; ;)
        {
            var items = page.Items.Take(limit - written).Select(ArticleJson.Of).ToList();
            await response.WriteAsync(string.Concat(items.Select(Line)), Encoding.UTF8, cancel);
            written += items.Count;
            if (page.Next is null || written >= limit)
            {
                return;
            }

            page = await index.SearchAsync(request with { PageSize = SearchRequest.MaxPageSize, Cursor = page.Next }, cancel);
        }
    }

    private string Line(ArticleJson article) =>
        format == "csv" ? string.Join(',', Cells(article).Select(Cell)) + "\r\n" : JsonSerializer.Serialize(article, JsonAnswer.Options) + "\n";

    private static IEnumerable<string> Cells(ArticleJson article) =>
    [
        article.Id,
        article.PublishedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        article.Title,
        article.Url,
        article.Source.Name,
        article.Language,
        article.Relevance.ToString("0.###", CultureInfo.InvariantCulture),
        string.Join(' ', article.Countries.Select(tag => $"{tag.Code}/{tag.Role}")),
        string.Join(' ', article.Themes.Select(tag => tag.Id)),
        article.StoryId,
    ];

    private static string Cell(string text)
    {
        // A spreadsheet takes a cell that begins so for a formula, and a feed may have written it on purpose.
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
