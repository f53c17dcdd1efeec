using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Monitoring.EndToEnd.Tests.Pages;
using Monitoring.Fixtures;

[assembly: AssemblyFixture(typeof(SampleMonitor))]

namespace Monitoring.EndToEnd.Tests.Pages;

/// <summary>AllInOne with the sample feeds, started at the first use and shared by the tests that look at pages.</summary>
public sealed class SampleMonitor : IAsyncDisposable
{
    private const int Articles = 170;
    private readonly SemaphoreSlim _once = new(1, 1);
    private DataFolder? _data;
    private ServiceProcess? _process;
    private bool _isReady;

    public Uri Address => _process!.Address;

    /// <summary>An article that carries tags, of a story with several tellings.</summary>
    public string ArticleId { get; private set; } = "";

    public string FeedId { get; private set; } = "";

    /// <summary>One of each page, and of each page's states.</summary>
    public IReadOnlyList<string> Pages =>
    [
        "/", "/?days=7", "/search", "/search?q=chips", "/search?q=zzzzzz", "/search?q=%22&size=0", "/search?all=true&group=none&size=100", "/countries", "/countries/SA", "/countries/TV",
        "/themes", "/themes/compute?days=90", "/regions/gcc?days=90", "/compare", "/compare?with=country:FR&with=country:DE", "/sources", "/sources?health=quiet", $"/sources/{FeedId}",
        $"/sources/{FeedId}/delete", "/sources/add", "/sources/import", $"/articles/{ArticleId}", "/about", "/login", "/nothing-here",
    ];

    internal async Task StartAsync(CancellationToken cancel)
    {
        await _once.WaitAsync(cancel);
        try
        {
            if (!_isReady)
            {
                await StartProcessAsync(cancel);
                _isReady = true;
            }
        }
        finally
        {
            _once.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _data?.Dispose();
        _once.Dispose();
    }

    private async Task StartProcessAsync(CancellationToken cancel)
    {
        _data ??= new DataFolder();
        _process ??= ServiceProcess.Start("AllInOne", Settings(_data), "--sample");
        await _process.WaitUntilReadyAsync(cancel);
        using var reader = new Monitor(_process);
        await reader.WaitForArticlesAsync(Articles, TimeSpan.FromSeconds(240), cancel);
        using var http = new HttpClient { BaseAddress = Address };
        var found = await http.GetFromJsonAsync<JsonElement>("/api/v1/articles?q=stargate&group=story&size=50", cancel);
        ArticleId = found.GetProperty("items").EnumerateArray().MaxBy(item => item.GetProperty("storyArticles").GetInt32()).GetProperty("id").GetString()!;
        var feeds = await http.GetFromJsonAsync<JsonElement>("/api/v1/feeds?search=gulf", cancel);
        FeedId = feeds.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private static Dictionary<string, string> Settings(DataFolder data) => new()
    {
        ["Data__Directory"] = data.Path,
        ["Sample__Port"] = ServiceProcess.FreePort().ToString(CultureInfo.InvariantCulture),
        // Many pages in a short time, all from one address.
        ["Portal__RequestsPerMinute"] = "0",
    };
}
