using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Monitoring.EndToEnd.Tests.Pages;

/// <summary>Ten questions of somebody who sees the monitor for the first time, each answered with at most five clicks from the first page.</summary>
public sealed class NewcomerTests(SampleMonitor monitor) : IAsyncLifetime
{
    private const int MostSteps = 5;
    private Browser _browser = null!;
    private IPage _page = null!;
    private int _steps;

    public async ValueTask InitializeAsync()
    {
        await monitor.StartAsync(TestContext.Current.CancellationToken);
        _browser = await Browser.StartAsync();
        _page = await _browser.OpenAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        _page.SetDefaultTimeout(15_000);
        await _page.GotoAsync(monitor.Address.AbsoluteUri);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        Assert.InRange(_steps, 0, MostSteps);
    }

    [Fact]
    public async Task Which_Gulf_state_buys_chips_and_from_whom()
    {
        await FollowAsync("Countries");
        await FollowAsync("Gulf Cooperation Council");
        await FollowAsync("90 days");
        await FollowAsync("Chips");

        await SeesAsync("Saudi Arabia");
        await SeesAsync("United States");
    }

    [Fact]
    public async Task Why_an_article_is_tagged_as_it_is()
    {
        await ClickAsync(_page.Locator(".lead-story h3 a"));

        await _page.GetByText("Why these tags").WaitForAsync();
        Assert.True(await _page.Locator(".why q").CountAsync() > 0);
    }

    [Fact]
    public async Task What_South_Korea_does_in_Korean()
    {
        await FollowAsync("Countries");
        await FollowAsync("South Korea");
        await FollowAsync("한국어");

        Assert.Equal("ko", await _page.Locator("article[data-card] h3").First.GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task Whether_France_or_Germany_gets_more_attention()
    {
        await FollowAsync("Compare");
        await FollowAsync("France · Germany · United Kingdom");

        await _page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("^Articles") }).WaitForAsync();
    }

    [Fact]
    public async Task What_counts_as_sovereign_AI()
    {
        await FollowAsync("About");

        await _page.GetByRole(AriaRole.Heading, new() { Name = "What counts as sovereign AI" }).WaitForAsync();
    }

    [Fact]
    public async Task Whether_a_feed_is_healthy_and_how_often_it_is_asked()
    {
        await FollowAsync("Sources");
        await FollowAsync("Gulf Tech Wire (sample)");

        await SeesAsync("healthy");
        await SeesAsync("learned from how often it brings news");
    }

    [Fact]
    public async Task How_to_follow_India_in_a_feed_reader()
    {
        await FollowAsync("Countries");
        await FollowAsync("India");
        var address = await _page.GetByRole(AriaRole.Link, new() { Name = "Atom", Exact = true }).GetAttributeAsync("href");

        using var http = new HttpClient { BaseAddress = monitor.Address };
        Assert.Contains("<feed", await http.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_about_language_models_this_week()
    {
        await _page.GetByRole(AriaRole.Link, new() { Name = "Search", Exact = true }).First.WaitForAsync();
        await FollowAsync("Search");
        await _page.GetByRole(AriaRole.Searchbox).FillAsync("\"language model\" last:30d");
        _steps++;
        await _page.Keyboard.PressAsync("Enter");

        await _page.Locator("article[data-card]").First.WaitForAsync();
    }

    [Fact]
    public async Task What_a_country_on_the_map_is_in_the_news_for()
    {
        await FollowAsync("7 days");
        await ClickAsync(_page.Locator(".world svg a[href^='/countries/DE']"));

        await _page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("^Germany") }).WaitForAsync();
        Assert.True(await _page.Locator("article[data-card]").CountAsync() > 0);
    }

    private Task FollowAsync(string name) => ClickAsync(_page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First);

    private async Task ClickAsync(ILocator link)
    {
        _steps++;
        await link.ClickAsync();
        await _page.WaitForLoadStateAsync();
    }

    private async Task SeesAsync(string text) => Assert.True(await _page.GetByText(text).CountAsync() > 0, $"{_page.Url} does not say {text}.");
}
