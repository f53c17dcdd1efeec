using System.Net;
using Monitoring.Contracts;

namespace Monitoring.Portal.Tests.Sources;

public sealed class FeedPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_feed_is_listed_also_one_that_was_never_asked()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([FakeFeeds.Overview("Known"), FakeFeeds.Overview("Fresh", "new"), FakeFeeds.Overview("Resting", "paused")]);

        var page = await portal.GetAsync("/sources");
        var paused = await portal.GetAsync("/sources?health=paused");

        Assert.All(["Known", "not asked yet", "Resting"], text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.DoesNotContain(">Known<", paused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_answers_for_feeds_the_list_is_the_portals_own_and_says_so()
    {
        await using var portal = await PortalHost.StartAsync();

        await portal.PublishAsync(Given.Poll("Example Gazette"));
        var page = await portal.UntilAsync("/sources", text => text.Contains("Example Gazette", StringComparison.Ordinal));
        var one = await portal.GetAsync("/sources/" + Given.Id("Example Gazette")[..16]);

        Assert.Contains("FeedIngestor, the part that reads feeds, does not answer", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/sources/add", page, StringComparison.Ordinal);
        Assert.Contains("does not answer", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_feed_says_what_is_wrong_since_when_and_when_it_is_tried_again()
    {
        var failing = FakeFeeds.Overview("Broken", "failing") with
        {
            Problem = "The server answered 503.",
            FailingSince = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero),
            NextPollAt = new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero),
        };
        await using var portal = await PortalHost.StartWithFeedsAsync([failing]);

        var page = await portal.GetAsync("/sources/" + failing.FeedId);

        Assert.All(
            ["cannot be read", "since 1 Mar 2026 08:00 UTC", "The server answered 503.", "2 Mar 2026 09:30 UTC", "every 60 minutes", "learned from"],
            text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_of_a_feed_shows_its_last_articles_relevant_or_not()
    {
        var feed = FakeFeeds.Overview("Example Gazette");
        await using var portal = await PortalHost.StartWithFeedsAsync([feed]);
        await portal.IndexAsync(Given.Article("About chips"), Given.Article("About football", isRelevant: false), Given.Article("Elsewhere", source: "Other"));

        var page = await portal.GetAsync("/sources/" + feed.FeedId);

        Assert.Contains("About chips", page, StringComparison.Ordinal);
        Assert.Contains("About football", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_is_added_by_its_address()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([]);

        using var answer = await PortalHost.SendFormAsync(portal.Client, "/sources/add", "/sources/add", ("address", "https://new.example/feed.xml"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.EndsWith("?done=added", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("followed from now on", await portal.GetAsync(answer.Headers.Location.OriginalString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_with_several_feeds_lets_the_reader_choose()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([]);

        using var answer = await PortalHost.SendFormAsync(portal.Client, "/sources/add", "/sources/add", ("address", FakeFeeds.Page));
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Contains("First &lt;choice&gt;", page, StringComparison.Ordinal);
        Assert.Contains("value=\"https://site.example/b.xml\"", page, StringComparison.Ordinal);
        Assert.Empty(portal.Feeds.Feeds);
    }

    [Fact]
    public async Task An_address_without_a_feed_is_explained_and_can_be_followed_all_the_same()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([]);

        using var refused = await PortalHost.SendFormAsync(portal.Client, "/sources/add", "/sources/add", ("address", "https://quiet.example/"));
        using var followed = await PortalHost.SendFormAsync(portal.Client, "/sources/add", "/sources/add", ("address", "https://quiet.example/"), ("unchecked", "on"));

        Assert.Contains("There is no feed at this address.", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, followed.StatusCode);
    }

    [Fact]
    public async Task A_feed_is_paused_resumed_and_deleted_after_a_question()
    {
        var feed = FakeFeeds.Overview("Example");
        await using var portal = await PortalHost.StartWithFeedsAsync([feed]);
        var page = "/sources/" + feed.FeedId;

        using var paused = await PortalHost.SendFormAsync(portal.Client, page, page + "/pause");
        Assert.Contains("/resume", await portal.GetAsync(page), StringComparison.Ordinal);
        using var resumed = await PortalHost.SendFormAsync(portal.Client, page, page + "/resume");
        Assert.Contains("/pause", await portal.GetAsync(page), StringComparison.Ordinal);
        Assert.Contains("Delete “Example”?", await portal.GetAsync(page + "/delete"), StringComparison.Ordinal);
        using var deleted = await PortalHost.SendFormAsync(portal.Client, page + "/delete", page + "/delete");

        Assert.Empty(portal.Feeds.Feeds);
        using var gone = await portal.AskAsync(page);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Settings_that_the_form_does_not_show_stay_as_they_were()
    {
        var feed = FakeFeeds.Overview("Example");
        feed = feed with { Settings = feed.Settings with { IgnoreRobots = true } };
        await using var portal = await PortalHost.StartWithFeedsAsync([feed]);
        var page = "/sources/" + feed.FeedId;

        using var answer = await PortalHost.SendFormAsync(portal.Client, page, page + "/settings", ("title", "Other"), ("country", "FR"), ("language", "fr"), ("kind", "wire"), ("interval", "45"), ("fulltext", "on"));

        Assert.Equal(
            new FeedSettings { Title = "Other", Country = "FR", Language = "fr", Kind = "wire", IntervalMinutes = 45, FullText = true, IgnoreRobots = true },
            portal.Feeds.Feeds[feed.FeedId].Settings);
    }

    [Theory]
    [InlineData("interval", "0.5")]
    [InlineData("interval", "99999")]
    [InlineData("language", "English")]
    public async Task A_setting_that_makes_no_sense_is_refused_with_a_sentence(string field, string value)
    {
        var feed = FakeFeeds.Overview("Example");
        await using var portal = await PortalHost.StartWithFeedsAsync([feed]);
        var page = "/sources/" + feed.FeedId;

        using var answer = await PortalHost.SendFormAsync(portal.Client, page, page + "/settings", (field, value));

        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(feed, portal.Feeds.Feeds[feed.FeedId]);
    }

    [Fact]
    public async Task A_list_is_imported_from_a_file_and_exported_to_one()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([]);
        var token = System.Text.RegularExpressions.Regex.Match(await portal.GetAsync("/sources/import"), "Token\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("<opml><body/></opml>"), "file", "feeds.opml" },
        };

        using var imported = await portal.Client.PostAsync("/sources/import", form, Cancel);
        var page = await imported.Content.ReadAsStringAsync(Cancel);
        using var exported = await portal.AskAsync("/sources/export.opml");

        Assert.Contains("2 feeds are followed from now on.", page, StringComparison.Ordinal);
        Assert.Contains("ftp://x", page, StringComparison.Ordinal);
        Assert.Equal("feeds.opml", exported.Content.Headers.ContentDisposition!.FileName);
    }

    [Fact]
    public async Task A_form_without_the_pages_token_changes_nothing()
    {
        var feed = FakeFeeds.Overview("Example");
        await using var portal = await PortalHost.StartWithFeedsAsync([feed]);
        using var empty = new FormUrlEncodedContent([]);

        using var answer = await portal.Client.PostAsync($"/sources/{feed.FeedId}/pause", empty, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("healthy", portal.Feeds.Feeds[feed.FeedId].Health);
    }

    [Fact]
    public async Task A_deleted_feed_leaves_the_portals_own_list()
    {
        await using var portal = await PortalHost.StartAsync();

        await portal.PublishAsync(Given.Poll("Gone soon"));
        await portal.UntilAsync("/sources", text => text.Contains("Gone soon", StringComparison.Ordinal));
        await portal.PublishAsync(new FeedRemoved { FeedId = Given.Id("Gone soon")[..16] });

        await portal.UntilAsync("/sources", text => !text.Contains("Gone soon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_note_about_first_reading_goes_when_every_feed_was_asked()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([FakeFeeds.Overview("One")]);
        await portal.IndexAsync(Given.Article("About chips"));

        await portal.PublishAsync(Given.Poll("One", minutesAgo: 0));
        var page = await portal.UntilAsync("/search", text => text.Contains("About chips", StringComparison.Ordinal));

        Assert.DoesNotContain("asked so far", page, StringComparison.Ordinal);
    }
}
