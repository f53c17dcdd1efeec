using Microsoft.Playwright;

namespace Monitoring.EndToEnd.Tests;

/// <summary>The system's Chromium, without a window and without a word to anybody outside.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<Browser> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Executable), "install chromium");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"],
        });
        return new Browser(playwright, browser);
    }

    public Task<IPage> OpenAsync() => OpenAsync(new());

    /// <summary>A page in a context of its own: no cookie is shared.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions options)
    {
        options.Locale ??= "en-GB";
        return await (await _browser.NewContextAsync(options)).NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
