namespace Monitoring.Portal.Tests.Web;

public sealed class HeadTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/about")]
    [InlineData("/api/v1/articles")]
    [InlineData("/feeds/search.atom")]
    public async Task What_answers_GET_answers_HEAD_without_a_body(string address)
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("One"));
        using var request = new HttpRequestMessage(HttpMethod.Head, address);

        using var answer = await portal.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
