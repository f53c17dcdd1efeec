using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Monitoring.EndToEnd.Tests.Pages;

/// <summary>Each page as different readers see it.</summary>
public sealed partial class EveryPageTests(SampleMonitor monitor) : IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await monitor.StartAsync(Cancel);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(true, 360, ColorScheme.Light)]
    [InlineData(true, 360, ColorScheme.Dark)]
    [InlineData(true, 1440, ColorScheme.Light)]
    [InlineData(true, 1440, ColorScheme.Dark)]
    [InlineData(false, 360, ColorScheme.Light)]
    [InlineData(false, 360, ColorScheme.Dark)]
    [InlineData(false, 1440, ColorScheme.Light)]
    [InlineData(false, 1440, ColorScheme.Dark)]
    public async Task Every_page_fits_complains_of_nothing_and_stays_on_this_machine(bool hasScript, int width, ColorScheme scheme)
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(new() { JavaScriptEnabled = hasScript, ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        List<string> troubles = [];
        page.Console += (_, message) => AddIf(troubles, message.Type is "error" or "warning" && !IsStatus(message.Text), $"{page.Url}: {message.Text}");
        page.PageError += (_, error) => troubles.Add($"{page.Url}: {error}");
        page.Request += (_, request) => AddIf(troubles, !request.Url.StartsWith(monitor.Address.AbsoluteUri, StringComparison.Ordinal), $"{page.Url} asks {request.Url}");

        foreach (var address in monitor.Pages)
        {
            var answer = await page.GotoAsync(new Uri(monitor.Address, address).AbsoluteUri);
            AddIf(troubles, answer!.Status >= 500, $"{address}: {answer.Status}");
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            AddIf(troubles, wide > 0, $"{address} is {wide} pixels too wide at {width}");
            AddIf(troubles, await page.Locator("h1").CountAsync() != 1, $"{address} has not one first heading");
        }

        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
    }

    [Fact]
    public async Task Axe_finds_no_violation_on_any_page()
    {
        Assert.SkipUnless(File.Exists(AxeFile), "run deploy/scripts/test.sh, which fetches axe-core from npm");
        await using var browser = await Browser.StartAsync();
        List<string> violations = [];
        foreach (var (width, scheme) in new[] { (1440, ColorScheme.Light), (1440, ColorScheme.Dark), (360, ColorScheme.Light) })
        {
            // axe is a script of the test's, which the pages' policy rightly forbids.
            var page = await browser.OpenAsync(new() { BypassCSP = true, ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
            foreach (var address in monitor.Pages)
            {
                await page.GotoAsync(new Uri(monitor.Address, address).AbsoluteUri);
                await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
                await page.AddScriptTagAsync(new() { Path = AxeFile });
                var found = await page.EvaluateAsync<string[]>(
                    "async () => (await axe.run()).violations.flatMap(each => each.nodes.slice(0, 3).map(node => `${each.id}: ${node.target} ${node.failureSummary}`))");
                violations.AddRange(found.Select(each => $"{address} {width} {scheme}: {each}"));
            }
        }

        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Fact]
    public async Task Every_internal_link_of_every_page_answers()
    {
        using var http = new HttpClient { BaseAddress = monitor.Address };
        HashSet<string> links = [];
        foreach (var page in monitor.Pages)
        {
            using var answer = await http.GetAsync(page, Cancel);
            links.UnionWith(Link().Matches(await answer.Content.ReadAsStringAsync(Cancel)).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value)));
        }

        List<string> dead = [];
        await Parallel.ForEachAsync(links, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancel }, async (link, cancel) =>
        {
            using var answer = await http.GetAsync(link, cancel);
            lock (dead)
            {
                AddIf(dead, (int)answer.StatusCode >= 400, $"{link}: {(int)answer.StatusCode}");
            }
        });

        TestContext.Current.SendDiagnosticMessage($"{links.Count} links");
        Assert.True(dead.Count == 0, string.Join('\n', dead));
    }

    private static string AxeFile
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Monitoring.sln")))
            {
                folder = folder.Parent!;
            }

            return Path.Combine(folder.FullName, "artifacts", "axe-core", "package", "axe.min.js");
        }
    }

    // A page that says 404 or 400 is what some of the addresses are for.
    private static bool IsStatus(string text) => text.Contains("the server responded with a status of 40", StringComparison.Ordinal);

    private static void AddIf(List<string> list, bool condition, string text)
    {
        if (condition)
        {
            list.Add(text);
        }
    }

    [GeneratedRegex("<(a|link)[^>]* href=\"(?<to>/[^\"#]*)")]
    private static partial Regex Link();
}
