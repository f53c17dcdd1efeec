using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Monitoring.Portal.Tests.Api;

public sealed class FeedsApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feeds_are_listed_with_their_states()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([FakeFeeds.Overview("One"), FakeFeeds.Overview("Two", "failing")]);

        var list = await portal.Client.GetFromJsonAsync<JsonElement>("/api/v1/feeds?health=failing", Cancel);

        Assert.Equal(1, list.GetProperty("total").GetInt32());
        Assert.Equal("Two", list.GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Equal(1, list.GetProperty("healths").GetProperty("healthy").GetInt32());
    }

    [Fact]
    public async Task A_feed_is_added_once_and_found_at_its_address()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([]);

        using var created = await portal.Client.PostAsJsonAsync("/api/v1/feeds", new { address = "https://new.example/feed.xml" }, Cancel);
        using var known = await portal.Client.PostAsJsonAsync("/api/v1/feeds", new { address = "https://new.example/feed.xml" }, Cancel);
        using var found = await portal.AskAsync(created.Headers.Location!.OriginalString);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK), (created.StatusCode, known.StatusCode, found.StatusCode));
    }

    [Fact]
    public async Task A_page_with_several_feeds_gives_them_as_candidates()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([]);

        using var answer = await portal.Client.PostAsJsonAsync("/api/v1/feeds", new { address = FakeFeeds.Page }, Cancel);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("https://site.example/b.xml", problem.GetProperty("candidates")[1].GetProperty("address").GetString());
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_nothing_else()
    {
        var feed = FakeFeeds.Overview("Example");
        await using var portal = await PortalHost.StartWithFeedsAsync([feed]);

        using var answer = await portal.Client.PatchAsJsonAsync("/api/v1/feeds/" + feed.FeedId, new { country = "FR", paused = true }, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var now = portal.Feeds.Feeds[feed.FeedId];
        Assert.Equal(("paused", "FR", "blog", "Example"), (now.Health, now.Settings.Country, now.Settings.Kind, now.Settings.Title));
    }

    [Theory]
    [InlineData("""{"intervalMinutes":0}""")]
    [InlineData("""{"country":"Atlantis"}""")]
    [InlineData("""{"colour":"red"}""")]
    [InlineData("""{"fullText":"perhaps"}""")]
    [InlineData("[]")]
    public async Task A_patch_that_makes_no_sense_is_refused(string patch)
    {
        var feed = FakeFeeds.Overview("Example");
        await using var portal = await PortalHost.StartWithFeedsAsync([feed]);
        using var content = new StringContent(patch, System.Text.Encoding.UTF8, "application/merge-patch+json");

        using var answer = await portal.Client.PatchAsync("/api/v1/feeds/" + feed.FeedId, content, Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(feed, portal.Feeds.Feeds[feed.FeedId]);
    }

    [Fact]
    public async Task A_feed_is_polled_and_deleted()
    {
        var feed = FakeFeeds.Overview("Example");
        await using var portal = await PortalHost.StartWithFeedsAsync([feed]);
        var address = "/api/v1/feeds/" + feed.FeedId;

        using var polled = await portal.Client.PostAsync(address + "/poll", null, Cancel);
        using var deleted = await portal.Client.DeleteAsync(address, Cancel);
        using var again = await portal.Client.DeleteAsync(address, Cancel);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.NoContent, HttpStatusCode.NotFound), (polled.StatusCode, deleted.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Lists_go_in_and_out_as_opml()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([]);
        using var list = new StringContent("<opml/>", System.Text.Encoding.UTF8, "text/x-opml");

        using var imported = await portal.Client.PostAsync("/api/v1/feeds/opml", list, Cancel);
        var counts = await imported.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal(2, counts.GetProperty("added").GetInt32());
        Assert.Equal("<opml version=\"2.0\"/>", await portal.GetAsync("/api/v1/feeds/opml"));
    }

    [Fact]
    public async Task Without_FeedIngestor_the_answer_is_503_and_says_who_is_missing()
    {
        await using var portal = await PortalHost.StartAsync();

        using var answer = await portal.AskAsync("/api/v1/feeds");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("FeedIngestor", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
