using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Monitoring.Portal.Tests.Api;

public sealed class ArticlesEndpointsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_answers_total_items_and_next()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("One"), Given.Article("Two", hoursAgo: 3), Given.Article("Three", hoursAgo: 4));

        var first = await portal.Client.GetFromJsonAsync<JsonElement>("/api/v1/articles?size=2", Cancel);
        var second = await portal.Client.GetFromJsonAsync<JsonElement>(first.GetProperty("next").GetString(), Cancel);

        Assert.Equal(3, first.GetProperty("total").GetInt64());
        Assert.Equal("One", first.GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Equal("subject", first.GetProperty("items")[0].GetProperty("countries")[0].GetProperty("role").GetString());
        Assert.Equal("Three", second.GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task One_article_comes_with_its_text()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("One", text: "All of it."));

        var article = await portal.Client.GetFromJsonAsync<JsonElement>("/api/v1/articles/" + Given.Id("One"), Cancel);

        Assert.Equal("All of it.", article.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("/api/v1/articles/unknown", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/articles?q=them:x", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/articles?country=Mars", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/articles?contry=FR", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/articles?size=1000", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/articles?after=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    public async Task An_error_is_a_problem_document(string address, HttpStatusCode status)
    {
        await using var portal = await PortalHost.StartAsync();

        using var answer = await portal.AskAsync(address);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task An_invalid_query_names_the_place_and_a_mend()
    {
        await using var portal = await PortalHost.StartAsync();

        using var answer = await portal.AskAsync("/api/v1/articles?q=chips+them:compute");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal(6, problem.GetProperty("position").GetInt32());
        Assert.Equal("chips theme:compute", problem.GetProperty("mend").GetString());
    }

    [Fact]
    public async Task An_answer_that_the_client_has_is_not_sent_again()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("One"));
        using var first = await portal.AskAsync("/api/v1/articles");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/articles");
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));

        using var second = await portal.Client.SendAsync(again, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Without_an_index_the_answer_is_503_with_a_time_to_come_back()
    {
        await using var portal = await PortalHost.StartWithoutIndexAsync();

        using var answer = await portal.AskAsync("/api/v1/articles");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("countries", "FR", "code")]
    [InlineData("themes", "compute", "id")]
    [InlineData("regions", "gcc", "id")]
    public async Task The_taxonomy_is_listed(string list, string value, string name)
    {
        await using var portal = await PortalHost.StartAsync();

        var rows = await portal.Client.GetFromJsonAsync<JsonElement>("/api/v1/" + list, Cancel);

        Assert.Contains(rows.EnumerateArray(), row => row.GetProperty(name).GetString() == value);
    }
}
