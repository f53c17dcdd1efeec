using System.Net;

namespace Monitoring.Portal.Tests.Search;

public sealed class ResultsPageTests
{
    [Fact]
    public async Task Titles_and_texts_of_articles_are_escaped()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("<script>alert(1)</script> chips", text: "<img src=x onerror=alert(2)> chips \" ' &"));

        var page = await portal.GetAsync("/search?q=chips");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_is_escaped_wherever_it_is_repeated()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Chips"));

        var page = await portal.GetAsync("/search?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>\""));

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_http_is_no_link()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Chips", url: "javascript:alert(1)"));

        var page = await portal.GetAsync("/search");

        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_match_are_marked()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("A data centre opens", text: "The data centre is large."));

        var page = await portal.GetAsync("/search?q=%22data+centre%22");

        Assert.Contains("<mark>data centre</mark>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_of_a_facet_keeps_every_filter_in_use()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Chips for France"), Given.Article("Chips for Japan", country: "JP", theme: "chips"));

        var page = await portal.GetAsync("/search?q=chips&theme=compute&theme=chips&from=2020-01-01&sort=best");

        Assert.Contains("href=\"/search?q=chips&amp;theme=compute&amp;theme=chips&amp;country=JP&amp;from=2020-01-01&amp;sort=best\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_facet_in_use_counts_what_its_other_values_would_add()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("One"), Given.Article("Two", country: "JP"), Given.Article("Three", country: "JP"));

        var page = await portal.GetAsync("/search?country=FR");

        Assert.Matches("Japan</bdi></a>\\s*<span class=\"n\">2</span>", page);
    }

    [Fact]
    public async Task A_chip_leads_to_the_search_without_its_filter()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Chips"));

        var page = await portal.GetAsync("/search?q=chips&country=FR&theme=compute");

        Assert.Matches("<a class=\"chip\" href=\"/search\\?q=chips&amp;theme=compute\"[^>]*><b>Country</b>", page);
    }

    [Fact]
    public async Task One_article_stands_for_its_story()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("First report", story: "s"), Given.Article("Second report", story: "s", hoursAgo: 3), Given.Article("Another"));

        var page = await portal.GetAsync("/search");

        Assert.Contains("2 stories", page, StringComparison.Ordinal);
        Assert.Contains("also reported by one other", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Second report", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_query_is_shown_with_the_place_and_a_query_that_works()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Chips"));

        using var answer = await portal.AskAsync("/search?q=chips+AND+them:compute");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("chips AND <mark>them:compute</mark>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=chips%20AND%20theme%3Acompute\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_page_is_reached_by_following_next()
    {
        await using var portal = await PortalHost.StartAsync([.. Enumerable.Range(0, 5).Select(i => Given.Article("Title " + i, hoursAgo: i))]);

        var seen = new List<string>();
        for (var address = "/search?size=2"; address is not null;)
        {
            var page = await portal.GetAsync(address);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(page, "data-open>(Title \\d)").Select(match => match.Groups[1].Value));
            address = System.Text.RegularExpressions.Regex.Match(page, "rel=\"next\" href=\"([^\"]+)\"") is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;
        }

        Assert.Equal(["Title 0", "Title 1", "Title 2", "Title 3", "Title 4"], seen);
    }

    [Fact]
    public async Task Irrelevant_articles_are_shown_only_when_asked_for()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Football", isRelevant: false), Given.Article("Chips"));

        var usual = await portal.GetAsync("/search");
        var all = await portal.GetAsync("/search?all=true");

        Assert.DoesNotContain("Football", usual, StringComparison.Ordinal);
        Assert.Contains("Football", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_without_an_index_says_so_and_when_to_come_back()
    {
        await using var portal = await PortalHost.StartWithoutIndexAsync();

        using var answer = await portal.AskAsync("/search");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("The search is not available now", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
    }
}
