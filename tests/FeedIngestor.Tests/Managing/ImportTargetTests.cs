using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Configuration;
using Monitoring.FeedIngestor.Articles.Importing;
using Monitoring.FeedIngestor.Feeds.Commands;
using Monitoring.FeedIngestor.Tests.Hostile;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Tests.Managing;

public sealed class RunningTargetTests : ImportTargetTests
{
    private readonly HostileServer _publisher = new(connection => connection.AnswerAsync("", status: "404 Not Found"));
    private IngestorHost _host = null!;

    protected override string Folder => _host.Folder;

    [Fact]
    public async Task A_browsers_request_is_not_answered()
    {
        using var http = new HttpClient { BaseAddress = _host.Address };

        using var answer = await http.GetAsync(CommandEndpoints.Root, Cancel);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_name_that_leads_to_loopback_is_not_answered()
    {
        using var http = new HttpClient { BaseAddress = _host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, CommandEndpoints.Root);
        request.Headers.Add(CommandEndpoints.Header, "1");
        request.Headers.Host = "rebinding.example";

        using var answer = await http.SendAsync(request, Cancel);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private protected override async Task<IImportTarget> OpenAsync()
    {
        _host = await IngestorHost.StartAsync(_publisher, Cancel);
        var found = await RunningTarget.FindAsync(_host.Folder, Cancel);
        Assert.NotNull(found);
        return found;
    }

    private protected override async ValueTask CloseAsync()
    {
        await _host.DisposeAsync();
        await _publisher.DisposeAsync();
    }
}

public sealed class StoreTargetTests : ImportTargetTests
{
    protected override string Folder { get; } = Directory.CreateTempSubdirectory("monitoring-import-").FullName;

    [Fact]
    public async Task The_mark_of_a_process_that_was_killed_is_ignored()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "feed-ingestor.address"), "http://127.0.0.1:9/", Cancel);

        Assert.Null(await RunningTarget.FindAsync(Folder, Cancel));
    }

    private protected override async Task<IImportTarget> OpenAsync() => await StoreTarget.OpenAsync(
        new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", Folder)]).Build(), Cancel);

    private protected override ValueTask CloseAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>What every way to import must do.</summary>
public abstract class ImportTargetTests : IAsyncLifetime
{
    private IImportTarget _target = null!;

    protected abstract string Folder { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _target = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _target.DisposeAsync();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Articles_are_taken_in_once_and_never_alert()
    {
        string[] lines =
        [
            Line("https://example.org/1", "First <b>story</b>", "<p>Text</p><script>alert(1)</script>", "2019-05-04"),
            Line("https://www.example.org/1?utm_source=x", "The same story", "", null),
            Line("https://example.org/2", "Second", "Text", "Tue, 05 Mar 2024 10:00:00 +0100"),
            Line("javascript:alert(1)", "No address", "", null),
            "{ broken",
        ];

        var first = await _target.ImportArticlesAsync(lines, Cancel);
        var again = await _target.ImportArticlesAsync(lines, Cancel);

        Assert.Equal(new ImportCount(2, 1, 2), first);
        Assert.Equal(new ImportCount(0, 3, 2), again);
        var stored = await StoredAsync();
        Assert.All(stored, article => Assert.True(article.GetProperty("NeverAlert").GetBoolean()));
        Assert.Contains(stored, article => article.GetProperty("Title").GetString() == "First story" && article.GetProperty("Text").GetString() == "Text");
    }

    [Fact]
    public async Task Feeds_of_a_list_are_followed()
    {
        var imported = await _target.ImportFeedsAsync("<opml version='2.0'><body><outline xmlUrl='https://example.org/feed'/></body></opml>", Cancel);

        Assert.Equal((1, 0), (imported.Added, imported.Known));
    }

    [Fact]
    public async Task A_list_that_is_none_is_explained() =>
        Assert.Contains("not well-formed", Assert.Single((await _target.ImportFeedsAsync("<opml>", Cancel)).Problems), StringComparison.Ordinal);

    private protected abstract Task<IImportTarget> OpenAsync();

    private protected abstract ValueTask CloseAsync();

    private static string Line(string url, string title, string text, string? published) =>
        JsonSerializer.Serialize(new { url, title, text, published, source = "Archive" });

    private async Task<List<JsonElement>> StoredAsync()
    {
        await using var database = new Database<FeedIngestorModule>(FeedIngestorModule.Name, new StorageOptions { Directory = Folder });
        await using var connection = await database.OpenAsync(Cancel);
        return [.. (await connection.QueryAsync<string>("select document from articles")).Select(document => JsonDocument.Parse(document).RootElement)];
    }
}
