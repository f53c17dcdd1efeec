using Monitoring.ArticleIndex;

namespace Monitoring.Portal.Tests.Today;

public sealed class TodayPageTests
{
    [Fact]
    public async Task The_story_that_most_articles_tell_leads()
    {
        await using var portal = await PortalHost.StartAsync(
            Given.Article("Told once", hoursAgo: 1), Given.Article("Told twice", story: "s", hoursAgo: 5), Given.Article("Told again", story: "s", hoursAgo: 6));

        var page = await portal.GetAsync("/");

        Assert.True(page.IndexOf("Told twice", StringComparison.Ordinal) < page.IndexOf("Told once", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_older_than_a_day_waits_for_the_seven_days()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Fresh"), Given.Article("Older", hoursAgo: 50));

        var day = await portal.GetAsync("/");
        var week = await portal.GetAsync("/?days=7");

        Assert.DoesNotContain("Older", day, StringComparison.Ordinal);
        Assert.Contains("Older", week, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_little_history_nothing_is_said_to_rise()
    {
        await using var portal = await PortalHost.StartAsync([.. Enumerable.Range(0, 6).Select(i => Given.Article("New " + i))]);

        var page = await portal.GetAsync("/");

        Assert.Contains("Not enough history yet", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_with_more_than_its_usual_part_rises()
    {
        IndexedArticle[] usual = [.. Enumerable.Range(0, 60).Select(i => Given.Article("Usual " + i, country: i % 6 == 0 ? "JP" : "FR", hoursAgo: 30 + (i * 5)))];
        IndexedArticle[] today = [.. Enumerable.Range(0, 8).Select(i => Given.Article("Today " + i, country: "JP", hoursAgo: 1 + i))];
        await using var portal = await PortalHost.StartAsync([.. usual, .. today]);

        var page = await portal.GetAsync("/");

        Assert.Matches("<a href=\"/countries/JP\\?days=7\">Japan</a><span>8 articles</span> <span class=\"change up\">", page);
        Assert.DoesNotContain("<a href=\"/countries/FR?days=7\">", page, StringComparison.Ordinal);
    }
}
