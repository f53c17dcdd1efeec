using System.Globalization;
using System.Text.Json;
using Monitoring.Fixtures;

namespace Monitoring.EndToEnd.Tests;

public sealed class SampleTests : IAsyncLifetime
{
    private readonly DataFolder _data = new();
    private ServiceProcess _monitor = null!;
    private IReadOnlyList<JsonElement> _articles = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new Dictionary<string, string>
        {
            ["Data__Directory"] = _data.Path,
            ["Sample__Port"] = ServiceProcess.FreePort().ToString(CultureInfo.InvariantCulture),
        };
        _monitor = ServiceProcess.Start("AllInOne", settings, "--sample");
        await _monitor.WaitUntilReadyAsync(Cancel);
        using var reader = new Monitor(_monitor);
        await reader.WaitForArticlesAsync(SampleLabels.All.Count, TimeSpan.FromSeconds(90), Cancel);
        _articles = await reader.AllAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _monitor.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public void Every_item_of_the_sample_is_found_and_tagged_about_as_well_as_the_readme_says()
    {
        var pairs = _articles.Select(article => (Article: article, Label: SampleLabels.Of(article))).ToList();
        var relevance = Score.Of(pairs.Select(pair => (Set(pair.Label.Relevant), Set(pair.Article.GetProperty("isRelevant").GetBoolean()))));
        var countries = Score.Of(pairs.Select(pair => (pair.Label.Countries, Countries(pair.Article))));
        var themes = Score.Of(pairs.Where(pair => pair.Label.Relevant).Select(pair => (pair.Label.Themes, Ids(pair.Article, "themes", "id"))));

        TestContext.Current.TestOutputHelper!.WriteLine($"relevance {relevance}; countries {countries}; themes {themes}");

        Assert.Equal(SampleLabels.All.Count, _articles.Count);
        Assert.InRange(relevance.F1, 0.93, 1);
        Assert.InRange(countries.F1, 0.80, 1);
        Assert.InRange(themes.F1, 0.60, 1);
    }

    [Fact]
    public void The_newest_item_is_of_this_hour_and_the_oldest_of_two_months_ago()
    {
        var times = _articles.Select(article => article.GetProperty("publishedAt").GetDateTimeOffset()).Order().ToList();

        Assert.InRange(DateTimeOffset.UtcNow - times[^1], TimeSpan.Zero, TimeSpan.FromHours(1));
        Assert.InRange(times[^1] - times[0], TimeSpan.FromDays(59), TimeSpan.FromDays(61));
    }

    [Fact]
    public async Task A_link_to_the_original_leads_to_its_page()
    {
        using var http = new HttpClient();

        var page = await http.GetStringAsync(_articles[0].GetProperty("url").GetString(), Cancel);

        Assert.Contains(System.Net.WebUtility.HtmlEncode(_articles[0].GetProperty("title").GetString())!, page, StringComparison.Ordinal);
    }

    private static IReadOnlySet<string> Set(bool value) => value ? new HashSet<string> { "relevant" } : new HashSet<string>();

    private static IReadOnlySet<string> Countries(JsonElement article) =>
        article.GetProperty("countries").EnumerateArray()
            .Where(country => country.GetProperty("role").GetString() != "mention")
            .Select(country => country.GetProperty("code").GetString()!).ToHashSet();

    private static IReadOnlySet<string> Ids(JsonElement article, string list, string name) =>
        article.GetProperty(list).EnumerateArray().Select(each => each.GetProperty(name).GetString()!).ToHashSet();
}
