using Monitoring.Fixtures;

namespace Monitoring.EndToEnd.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly DataFolder _data = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_malformed_setting_is_named_with_its_remedy() =>
        await RefusesAsync("AllInOne", "Polling:MinInterval", new() { ["Polling__MinInterval"] = "soon" });

    [Fact]
    public async Task A_setting_outside_its_range_is_named() =>
        await RefusesAsync("AllInOne", "Concurrency", new() { ["Polling__Concurrency"] = "0" });

    [Fact]
    public async Task A_misspelt_setting_is_named() =>
        await RefusesAsync("AllInOne", "Concurency", new() { ["Polling__Concurency"] = "4" });

    [Fact]
    public async Task An_unknown_argument_is_named()
    {
        await using var process = ServiceProcess.Start("AllInOne", Settings([]), "--smaple");
        await process.WaitForExitAsync(Cancel);

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("'--smaple'", process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_list_that_is_no_opml_is_named()
    {
        var list = Path.Combine(_data.Path, "list.opml");
        await File.WriteAllTextAsync(list, "<html/>", Cancel);

        await RefusesAsync("AllInOne", list, new() { ["Feeds__Opml"] = list });
    }

    [Fact]
    public async Task A_feed_list_that_is_missing_is_named() =>
        await RefusesAsync("AllInOne", "/nowhere/list.opml", new() { ["Feeds__Opml"] = "/nowhere/list.opml" });

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_to_is_named()
    {
        // Root may write anywhere but where there can be no folder: below a file.
        var file = Path.Combine(_data.Path, "file");
        await File.WriteAllTextAsync(file, "", Cancel);

        await RefusesAsync("AllInOne", file, new() { ["Data__Directory"] = Path.Combine(file, "data") });
    }

    [Fact]
    public async Task A_busy_port_is_named()
    {
        await using var publisher = await FeedServer.StartAsync(TestFeeds.Generated(1), Cancel);

        await RefusesAsync("AllInOne", publisher.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), new() { ["ASPNETCORE_URLS"] = publisher.Address.AbsoluteUri });
    }

    [Theory]
    [InlineData("FeedIngestor")]
    [InlineData("Classifier")]
    [InlineData("Indexer")]
    [InlineData("Alerts")]
    [InlineData("Digest")]
    [InlineData("Delivery")]
    [InlineData("Portal")]
    public async Task A_service_alone_refuses_to_start_without_a_broker(string service) =>
        await RefusesAsync(service, "ConnectionStrings__RabbitMq", []);

    [Fact]
    public async Task A_broker_address_that_is_none_is_refused_without_repeating_its_password()
    {
        var output = await RefusesAsync("Indexer", "ConnectionStrings__RabbitMq", new() { ["ConnectionStrings__RabbitMq"] = "guest:s3cret@host" });

        Assert.DoesNotContain("s3cret", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_cannot_be_reached_and_one_that_is_no_feed_become_results_and_stop_nothing()
    {
        await using var publisher = await FeedServer.StartAsync(
            new Dictionary<string, byte[]> { ["page.xml"] = "<html><body>Hello</body></html>"u8.ToArray(), ["good.xml"] = TestFeeds.Generated(1)["feed0.xml"] }, Cancel);
        await using var process = ServiceProcess.Start("AllInOne", Settings(publisher.Settings));
        await process.WaitUntilReadyAsync(Cancel);
        using var reader = new Monitor(process);

        Assert.Equal(100, await reader.WaitForArticlesAsync(100, TimeSpan.FromSeconds(60), Cancel));
    }

    private async Task<string> RefusesAsync(string service, string named, Dictionary<string, string> settings)
    {
        await using var process = ServiceProcess.Start(service, Settings(settings));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);

        Assert.NotEqual(0, process.ExitCode);
        var line = Assert.Single(process.Output.Split('\n'), line => line.Trim().Length > 0 && !line.Contains(" info: ", StringComparison.Ordinal));
        Assert.Contains(named, line, StringComparison.Ordinal);
        return process.Output;
    }

    private Dictionary<string, string> Settings(Dictionary<string, string> settings)
    {
        settings.TryAdd("Data__Directory", _data.Path);
        return settings;
    }
}
