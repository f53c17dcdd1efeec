using Microsoft.Playwright;

namespace Monitoring.EndToEnd.Tests.Pages;

/// <summary>What a person changes, without a script in the browser.</summary>
public sealed class ChangesTests(SampleMonitor monitor) : IAsyncLifetime
{
    private Browser _browser = null!;
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        await monitor.StartAsync(TestContext.Current.CancellationToken);
        _browser = await Browser.StartAsync();
        _page = await _browser.OpenAsync(new() { JavaScriptEnabled = false });
        _page.SetDefaultTimeout(15_000);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_feed_is_paused_and_resumed()
    {
        await GoAsync("/sources/" + monitor.FeedId);

        await PressAsync("Pause");
        await _page.GetByText("The feed is paused.").WaitForAsync();
        await PressAsync("Resume");

        await _page.GetByText("The feed is polled again.").WaitForAsync();
    }

    [Fact]
    public async Task A_setting_is_kept()
    {
        await GoAsync("/sources/" + monitor.FeedId);

        await _page.GetByLabel("A person vouches for this source").CheckAsync();
        await PressAsync("Save");

        await _page.GetByText("The settings are kept.").WaitForAsync();
        Assert.True(await _page.GetByLabel("A person vouches for this source").IsCheckedAsync());
    }

    [Fact]
    public async Task A_list_of_feeds_is_imported_and_its_feeds_can_be_deleted()
    {
        var file = new FilePayload
        {
            Name = "list.opml",
            MimeType = "text/x-opml",
            Buffer = "<opml version=\"2.0\"><body><outline text=\"An imported feed\" type=\"rss\" xmlUrl=\"http://imported.invalid/feed.xml\"/></body></opml>"u8.ToArray(),
        };
        await GoAsync("/sources/import");
        await _page.GetByLabel("OPML file").SetInputFilesAsync(file);
        await PressAsync("Import");
        await _page.GetByText("1 feed is followed from now on.").WaitForAsync();

        await GoAsync("/sources?q=imported");
        await _page.GetByRole(AriaRole.Link, new() { Name = "An imported feed" }).ClickAsync();
        await _page.GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await PressAsync("Delete");

        await GoAsync("/sources?q=imported");
        await _page.GetByText("No feed fits.").WaitForAsync();
    }

    [Fact]
    public async Task A_wrong_tag_is_corrected_in_two_clicks()
    {
        await GoAsync("/articles/" + monitor.ArticleId);

        await _page.GetByText("Wrong country or theme?").ClickAsync();
        await _page.Locator(".choices button").First.ClickAsync();

        await _page.GetByText("Thank you, your correction is kept.").WaitForAsync();
    }

    private Task GoAsync(string address) => _page.GotoAsync(new Uri(monitor.Address, address).AbsoluteUri);

    private Task PressAsync(string name) => _page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
