using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Monitoring.Portal.Api;

namespace Monitoring.Portal.Tests.Api;

public sealed class ExportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Csv_quotes_what_needs_quotes_and_disarms_formulas()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("=HYPERLINK(\"http://x\"), \"now\""));

        var csv = await AskForAsync(portal, "/api/v1/articles", "text/csv");

        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\"), \"\"now\"\"\"", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_holds_all_articles_of_all_pages()
    {
        await using var portal = await PortalHost.StartAsync([.. Enumerable.Range(0, 450).Select(i => Given.Article("Title " + i, hoursAgo: i))]);

        var lines = (await AskForAsync(portal, "/api/v1/articles?size=1", "application/x-ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(450, lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("id").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("q=them:x")]
    [InlineData("format=xml")]
    public async Task A_stream_that_cannot_begin_is_a_problem(string query)
    {
        await using var portal = await PortalHost.StartAsync();

        using var answer = await portal.AskAsync("/api/v1/articles?format=csv&" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "", "json")]
    [InlineData("", "text/html, */*;q=0.1", "json")]
    [InlineData("", "application/json;q=0.5, text/csv", "csv")]
    [InlineData("ndjson", "text/csv", "ndjson")]
    [InlineData("xml", "", null)]
    public void The_parameter_wins_over_the_header(string parameter, string accept, string? expected)
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Request.Headers.Accept = accept;

        var format = AnswerFormat.Of(parameter, context.Request);

        Assert.Equal(expected, format);
    }

    private static async Task<string> AskForAsync(PortalHost portal, string address, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        using var answer = await portal.Client.SendAsync(request, Cancel);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
