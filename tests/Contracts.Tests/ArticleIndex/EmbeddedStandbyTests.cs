using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Monitoring.ArticleIndex;
using Monitoring.ArticleIndex.Embedded;

namespace Monitoring.Contracts.Tests.ArticleIndex;

public sealed class EmbeddedStandbyTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("index-").FullName;
    private readonly ArticleIndexOptions _options = new() { StandbyInterval = TimeSpan.FromMilliseconds(20) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public async Task A_second_writer_waits_and_takes_over_when_the_first_ends()
    {
        using var folder = new IndexFolder(_path);
        using var otherFolder = new IndexFolder(_path);
        var first = Writer(folder);
        using var second = Writer(otherFolder);
        await first.UpsertAsync([Sample.Article("a1", "One")], Cancel);

        var waiting = second.UpsertAsync([Sample.Article("a2", "Two")], Cancel);
        await WaitForAsync(async () => (await second.HealthAsync(Cancel)).State == IndexState.Standby);
        first.Dispose();
        await waiting;

        Assert.Equal(IndexState.Ready, (await second.HealthAsync(Cancel)).State);
        Assert.Equal(2, (await second.HealthAsync(Cancel)).Articles);
    }

    [Fact]
    public async Task A_standby_that_is_cancelled_stops_waiting()
    {
        using var folder = new IndexFolder(_path);
        using var first = Writer(folder);
        using var second = Writer(folder);
        await first.WaitUntilWritableAsync(Cancel);
        using var stop = new CancellationTokenSource(50);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitUntilWritableAsync(stop.Token));
    }

    [Fact]
    public async Task A_commit_that_shows_in_the_folder_before_it_is_whole_is_read_once_it_is()
    {
        using var folder = new IndexFolder(_path);
        using var readers = new IndexFolder(_path);
        using var writer = Writer(folder);
        var search = new EmbeddedSearch(readers, QueryVocabulary.Empty, Options.Create(_options), TimeProvider.System);
        await writer.UpsertAsync([Sample.Article("a1", "Chips")], Cancel);
        var unfinished = Path.Combine(_path, "segments_2");
        Assert.True(File.Exists(Path.Combine(_path, "segments_1")) && !File.Exists(unfinished), "The commit after the first is the second.");
        await File.WriteAllBytesAsync(unfinished, [], Cancel);
        Assert.Equal(1, await search.CountAsync(new(), Cancel));

        File.Delete(unfinished);
        await writer.UpsertAsync([Sample.Article("a2", "Chips")], Cancel);

        Assert.Equal(2, await search.CountAsync(new(), Cancel));
    }

    [Fact]
    public async Task A_reader_of_another_process_sees_each_commit()
    {
        using var folder = new IndexFolder(_path);
        using var readers = new IndexFolder(_path);
        using var writer = Writer(folder);
        var search = new EmbeddedSearch(readers, QueryVocabulary.Empty, Options.Create(_options), TimeProvider.System);

        for (var i = 1; i <= 20; i++)
        {
            await writer.UpsertAsync([Sample.Article("a" + i, "Chips")], Cancel);
            Assert.Equal(i, await search.CountAsync(new(), Cancel));
        }
    }

    [Fact]
    public async Task What_is_registered_without_Elasticsearch_writes_and_reads_the_same_folder()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", _path)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddArticleIndex(configuration).AddArticleSearch(configuration);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IArticleIndex>().UpsertAsync([Sample.Article("a1", "Chips")], Cancel);

        Assert.NotNull(await provider.GetRequiredService<IArticleSearch>().GetAsync("a1", Cancel));
        Assert.True(Directory.Exists(Path.Combine(_path, "index")));
    }

    private EmbeddedIndex Writer(IndexFolder folder) => new(folder, Options.Create(_options), TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);

    private static async Task WaitForAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 500, "It did not come true within ten seconds.");
            await Task.Delay(20, Cancel);
        }
    }
}
