using System.Diagnostics;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Monitoring.ArticleIndex;
using Monitoring.ArticleIndex.Embedded;

namespace Monitoring.Contracts.Tests.ArticleIndex;

public sealed class EmbeddedRecoveryTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("index-").FullName;
    private readonly ArticleIndexOptions _options = new() { StandbyInterval = TimeSpan.FromMilliseconds(20) };

    private string Folder => Path.Combine(_root, "index");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Killed_at_any_moment_the_index_keeps_every_batch_that_was_promised()
    {
        for (var round = 1; round <= 3; round++)
        {
            using var child = ChildWriter.Start(Folder);
            await child.WaitForPromisesAsync(round * 10, Cancel);
            child.Kill();

            using var folder = new IndexFolder(Folder);
            var batches = Enumerable.Range(0, child.Promised.Count).ToList();
            foreach (var batch in batches)
            {
                var ids = Enumerable.Range(0, ChildWriter.BatchSize).Select(i => $"b{batch}-{i}").ToList();
                Assert.Equal(ids.Count, (await Search(folder).GetManyAsync(ids, Cancel)).Count);
            }

            // At most one batch more: committed, but killed before it could be noted; never a part of one.
            Assert.InRange(await Search(folder).CountAsync(new(), Cancel), batches.Count * ChildWriter.BatchSize, (batches.Count + 1) * ChildWriter.BatchSize);
            Assert.Equal(0, await Search(folder).CountAsync(new(), Cancel) % ChildWriter.BatchSize);
        }
    }

    [Fact]
    public async Task Killed_in_its_very_first_commit_the_index_begins_empty()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllBytesAsync(Path.Combine(Folder, "segments_1"), [0x3F, 0xD7, 0x6C], Cancel);
        using var folder = new IndexFolder(Folder);
        using var index = Writer(folder);

        await index.UpsertAsync([Sample.Article("a1", "Chips")], Cancel);

        Assert.Equal(1, await Search(folder).CountAsync(new(), Cancel));
    }

    [Fact]
    public async Task A_standby_takes_over_when_the_writing_process_is_killed()
    {
        using var child = ChildWriter.Start(Folder);
        await child.WaitForPromisesAsync(1, Cancel);
        using var folder = new IndexFolder(Folder);
        using var standby = Writer(folder);

        var waiting = standby.UpsertAsync([Sample.Article("mine", "Mine")], Cancel);
        await child.WaitForPromisesAsync(child.Promised.Count + 10, Cancel);
        var isWaiting = (await standby.HealthAsync(Cancel)).State == IndexState.Standby;
        child.Kill();
        await waiting;

        Assert.True(isWaiting);
        Assert.NotNull(await Search(folder).GetAsync("mine", Cancel));
    }

    [Fact]
    public async Task A_full_disk_is_said_to_be_full_and_nothing_already_written_is_lost()
    {
        Directory.CreateDirectory(Folder);
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", Folder), "Skipped: run as root to mount a small disk");
        try
        {
            using var folder = new IndexFolder(Folder);
            using var index = Writer(folder);
            var written = 0;
            var outage = await Assert.ThrowsAsync<IndexUnavailableException>(async () =>
            {
                for (; written < 100; written++)
                {
                    await index.UpsertAsync([.. Enumerable.Range(0, 50).Select(i => Long(written, i))], Cancel);
                }
            });
            var kept = await Search(folder).CountAsync(new(), Cancel);

            Run("mount", "-o", "remount,size=64m", Folder);
            await index.UpsertAsync([.. Enumerable.Range(0, 50).Select(i => Long(written, i))], Cancel);

            Assert.Equal(IndexOutage.DiskFull, outage.Reason);
            Assert.Equal(written * 50, kept);
            Assert.Equal((written + 1) * 50, await Search(folder).CountAsync(new(), Cancel));
        }
        finally
        {
            Run("umount", "-l", Folder);
        }

        static IndexedArticle Long(int batch, int number)
        {
            var random = new Random(batch * 1000 + number);
            return Sample.Article($"b{batch}-{number}", "Chips", string.Join(' ', Enumerable.Range(0, 300).Select(_ => random.NextInt64().ToString("x", null))));
        }
    }

    [Fact]
    public async Task Damage_is_said_to_be_damage_and_a_rebuild_mends_it()
    {
        var articles = Enumerable.Range(0, 200).Select(i => Sample.Article($"a{i:000}", "Chips " + i, "Some text about chips " + i)).ToList();
        for (var seed = 0; seed < 60; seed++)
        {
            using (var folder = new IndexFolder(Folder))
            using (var index = Writer(folder))
            {
                await index.RebuildAsync(articles.ToAsyncEnumerable(), Cancel);
            }

            Damage(new Random(seed));
            using var damaged = new IndexFolder(Folder);
            using var writer = Writer(damaged);
            var outage = await Record.ExceptionAsync(() => Search(damaged).SearchAsync(new() { Query = "chips", PageSize = 200, Facets = [SearchFacet.Month] }, Cancel));
            await writer.RebuildAsync(articles.ToAsyncEnumerable(), Cancel);

            Assert.True(outage is IndexUnavailableException { Reason: IndexOutage.Corrupt }, $"{seed}: {outage}");
            Assert.Equal(200, await Search(damaged).CountAsync(new() { Query = "chips" }, Cancel));
        }
    }

    [Fact]
    public async Task An_index_of_another_version_asks_for_a_rebuild_and_can_be_rebuilt_from_itself()
    {
        using var folder = new IndexFolder(Folder);
        using var index = Writer(folder);
        await index.UpsertAsync([Sample.Article("a1", "Chips")], Cancel);
        index.Dispose();
        using (var other = new IndexWriter(folder.Directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())))
        {
            other.SetCommitData(new Dictionary<string, string> { [IndexFolder.FormatKey] = "0.9" });
            other.Commit();
        }

        using var again = Writer(folder);
        var writing = await Assert.ThrowsAsync<IndexUnavailableException>(() => again.UpsertAsync([Sample.Article("a2", "Chips")], Cancel));
        var searching = await Assert.ThrowsAsync<IndexUnavailableException>(() => Search(folder).SearchAsync(new(), Cancel));
        var health = await again.HealthAsync(Cancel);
        await again.RebuildAsync(Search(folder).ReadAllAsync(Cancel), Cancel);

        Assert.Equal((IndexOutage.NeedsRebuild, IndexOutage.NeedsRebuild, IndexState.NeedsRebuild), (writing.Reason, searching.Reason, health.State));
        Assert.Equal(1, await Search(folder).CountAsync(new() { Query = "chips" }, Cancel));
    }

    // A file cut short, or a few bytes of it changed: what a bad disk or a half copied backup leaves.
    private void Damage(Random random)
    {
        var files = Directory.GetFiles(Folder).Where(f => Path.GetFileName(f) is not (WriterLock.FileName or "segments.gen")).Order().ToList();
        var file = files[random.Next(files.Count)];
        var bytes = File.ReadAllBytes(file);
        if (random.Next(2) == 0)
        {
            bytes = bytes[..random.Next(bytes.Length)];
        }
        else
        {
            random.NextBytes(bytes.AsSpan(random.Next(bytes.Length - 8), 8));
        }

        File.WriteAllBytes(file, bytes);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();

        return process.ExitCode == 0;
    }

    private EmbeddedSearch Search(IndexFolder folder) => new(folder, QueryVocabulary.Empty, Options.Create(_options), TimeProvider.System);

    private EmbeddedIndex Writer(IndexFolder folder) => new(folder, Options.Create(_options), TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);
}
