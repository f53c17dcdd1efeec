using System.Net;
using Monitoring.Contracts;
using Monitoring.FeedIngestor.Discovery;
using Monitoring.FeedIngestor.Fetching;
using Monitoring.FeedIngestor.Parsing.Bytes;
using Monitoring.FeedIngestor.Parsing.Html;
using Monitoring.FeedIngestor.Polling;
using Monitoring.Outbound;

namespace Monitoring.FeedIngestor.Articles.Pages;

/// <summary>Fetches an article's page, as politely as a feed, and takes the article's text out of it; keeps the feed's when the page refuses.</summary>
internal sealed class PageReader(PoliteClient http, VisitFactory visits)
{
    private const int MaxBytes = 4 * 1024 * 1024;

    public async Task<Article> ReadAsync(AwaitedPage awaited, CancellationToken cancel)
    {
        var article = awaited.Article;
        if (awaited.IsGivenUp || !Uri.TryCreate(article.Url, UriKind.Absolute, out var address))
        {
            return article;
        }

        await using var visit = visits.Begin();
        var answer = (await http.GetAsync(new OutboundRequest(address) { Prepare = Prepare, MaxBodyBytes = MaxBytes }, visit, awaited.IgnoreRobots, cancel)).Result;
        return answer is { Outcome: OutboundOutcome.Answered, Status: HttpStatusCode.OK } && IsPage(answer) && Extract(answer) is { } html
            ? WithText(article, html, answer.Address)
            : article;
    }

    private static void Prepare(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml;q=0.9, */*;q=0.1");

    private static bool IsPage(OutboundResult answer) => answer.ContentHeaders?.ContentType?.MediaType is null or "text/html" or "application/xhtml+xml";

    private static string? Extract(OutboundResult answer)
    {
        var page = BodyDecoder.Decode(answer.Body.Span, answer.ContentHeaders?.ContentType?.ToString()).Text;
        using (var document = HtmlPage.Parse(page))
        {
            if (document is null)
            {
                return null;
            }
        }

        var found = new SmartReader.Reader(answer.Address.AbsoluteUri, page).GetArticle();
        return found.IsReadable ? found.Content : null;
    }

    private static Article WithText(Article article, string html, Uri address)
    {
        var text = PlainText.From(html);
        // A wall that asks for a subscription is shorter than the feed's own summary.
        return text.Length <= article.Text.Length
            ? article
            : article with { Text = text, Html = SafeHtml.Clean(html, address), ContentVersion = ArticleId.ContentVersion(article.Title, text) };
    }
}
