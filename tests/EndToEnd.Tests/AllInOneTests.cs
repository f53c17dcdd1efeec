using System.Text.Json;
using Monitoring.Fixtures;

namespace Monitoring.EndToEnd.Tests;

public sealed class AllInOneTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_of_a_polled_feed_is_found_through_the_page()
    {
        await using var publisher = await FeedServer.StartAsync(TestFeeds.Real(), Cancel);
        using var data = new DataFolder();
        await using var monitor = Start(publisher, data);
        await monitor.WaitUntilReadyAsync(Cancel);
        using var reader = new Monitor(monitor);
        await reader.WaitForArticlesAsync(50, TimeSpan.FromSeconds(60), Cancel);
        var title = Title((await reader.AllAsync(Cancel)).First(IsPlain));

        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync();
        await page.GotoAsync($"{monitor.Address}search?all=true");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox).First.FillAsync($"\"{title}\"");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = title }).First.WaitForAsync();
    }

    [Fact]
    public async Task Two_thousand_articles_survive_kill_9_and_each_is_indexed_once()
    {
        const int Articles = 2_000;
        await using var publisher = await FeedServer.StartAsync(TestFeeds.Generated(Articles / 100), Cancel);
        using var data = new DataFolder();
        long before;
        await using (var killed = Start(publisher, data))
        {
            await killed.WaitUntilReadyAsync(Cancel);
            using var reader = new Monitor(killed);
            await Eventually.TrueAsync(async () => await reader.CountAsync(Cancel) > 0, TimeSpan.FromSeconds(60), () => killed.Output, Cancel);
            before = await reader.CountAsync(Cancel);
            await killed.KillAsync(Cancel);
        }

        await using var restarted = Start(publisher, data);
        await restarted.WaitUntilReadyAsync(Cancel);
        using var afterwards = new Monitor(restarted);
        await afterwards.WaitForArticlesAsync(Articles, TimeSpan.FromSeconds(120), Cancel);

        TestContext.Current.SendDiagnosticMessage($"{Articles - before} articles were in flight when the process was killed.");
        var found = await afterwards.AllAsync(Cancel);
        Assert.Equal(Articles, found.Count);
        Assert.Equal(Articles, found.Select(article => article.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Ctrl_C_ends_cleanly_within_five_seconds_and_a_second_start_continues()
    {
        await using var publisher = await FeedServer.StartAsync(TestFeeds.Generated(3), Cancel);
        using var data = new DataFolder();
        await using (var first = Start(publisher, data))
        {
            await first.WaitUntilReadyAsync(Cancel);
            using var reader = new Monitor(first);
            await reader.WaitForArticlesAsync(300, TimeSpan.FromSeconds(60), Cancel);

            var took = await first.StopAsync(Cancel);

            Assert.Equal(0, first.ExitCode);
            Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }

        await using var second = Start(publisher, data);
        await second.WaitUntilReadyAsync(Cancel);
        using var again = new Monitor(second);
        Assert.Equal(300, await again.CountAsync(Cancel));
    }

    [Fact]
    public async Task The_start_up_line_says_where_everything_is_and_what_is_not_durable()
    {
        await using var publisher = await FeedServer.StartAsync(TestFeeds.Generated(1), Cancel);
        using var data = new DataFolder();
        await using var monitor = Start(publisher, data);
        await monitor.WaitUntilReadyAsync(Cancel);

        var line = Assert.Single(monitor.Output.Split('\n'), line => line.Contains("Ready at", StringComparison.Ordinal));

        Assert.All(["Transport: memory", "Index: Lucene", "Store: SQLite", "Data: " + data.Path, "Not durable: messages"], part => Assert.Contains(part, line, StringComparison.Ordinal));
    }

    private static ServiceProcess Start(FeedServer publisher, DataFolder data) =>
        ServiceProcess.Start("AllInOne", new Dictionary<string, string>(publisher.Settings) { ["Data__Directory"] = data.Path });

    private static string Title(JsonElement article) => article.GetProperty("title").GetString()!;

    private static bool IsPlain(JsonElement article) => Title(article) is { Length: > 25 } title && title.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == ' ');
}
