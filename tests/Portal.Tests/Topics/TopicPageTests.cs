using System.Net;
using Monitoring.Portal.Topics;

namespace Monitoring.Portal.Tests.Topics;

public sealed class TopicPageTests
{
    [Theory]
    [InlineData("/countries/SA", "Saudi Arabia")]
    [InlineData("/themes/compute", "Compute")]
    [InlineData("/regions/gcc", "Gulf Cooperation Council")]
    [InlineData("/regions/mena", "Middle East and North Africa")]
    public async Task A_topic_shows_its_articles_and_no_others(string address, string name)
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Riyadh builds", country: "SA"), Given.Article("Tokyo trains", country: "JP", theme: "national-models"));

        var page = await portal.GetAsync(address);

        Assert.Contains(name, page, StringComparison.Ordinal);
        Assert.Contains("Riyadh builds", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tokyo trains", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/countries/XX")]
    [InlineData("/themes/none")]
    [InlineData("/regions/none")]
    public async Task An_unknown_topic_is_not_found(string address)
    {
        await using var portal = await PortalHost.StartAsync();

        using var answer = await portal.AskAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Every_spelling_of_a_code_leads_to_one_address()
    {
        await using var portal = await PortalHost.StartAsync();

        using var answer = await portal.AskAsync("/countries/fr?days=7");

        Assert.Equal("/countries/FR?days=7", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_country_says_how_many_of_its_sources_can_be_read()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Chips"));

        await portal.PublishAsync(Given.Poll("Readable") with { Country = "FR" });
        await portal.PublishAsync(Given.Poll("Silent", "blocked") with { Country = "FR" });

        await portal.UntilAsync("/countries/FR", page => page.Contains("1 of 2 can be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_lists_count_the_articles_of_each()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("One"), Given.Article("Two"));

        var countries = await portal.GetAsync("/countries");
        var themes = await portal.GetAsync("/themes");

        Assert.Matches("<a href=\"/countries/FR\">France</a><span class=\"n\">2</span>", countries);
        Assert.Matches("<a href=\"/themes/compute\">Compute</a>\\s*<span class=\"n\">2</span>", themes);
    }

    [Theory]
    [InlineData(20, 100, 100, 1000, 1.0)]
    [InlineData(20, 200, 100, 1000, 0.0)]
    [InlineData(5, 100, 100, 1000, -0.5)]
    public void Attention_is_compared_as_a_part_of_all_articles(long now, long allNow, long before, long allBefore, double expected)
    {
        var relative = new Change(now, allNow, before, allBefore).Relative;

        Assert.Equal(expected, relative!.Value, 6);
    }

    [Fact]
    public void What_was_never_there_before_has_no_percentage() => Assert.Null(new Change(5, 100, 0, 1000).Relative);
}
