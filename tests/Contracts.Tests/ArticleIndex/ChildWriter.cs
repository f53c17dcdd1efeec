using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Monitoring.ArticleIndex;
using Monitoring.ArticleIndex.Embedded;

namespace Monitoring.Contracts.Tests.ArticleIndex;

/// <summary>A second process that writes to an index and notes each batch that was promised to be durable.</summary>
internal sealed class ChildWriter : IDisposable
{
    public const int BatchSize = 7;
    private const string FolderVariable = "CHILD_WRITER_FOLDER";

    private readonly Process _process;
    private readonly string _folder;

    private ChildWriter(Process process, string folder) => (_process, _folder) = (process, folder);

    /// <summary>Numbers of the batches that the child was promised.</summary>
    public IReadOnlyList<int> Promised => !File.Exists(Notes(_folder))
        ? []
        : [.. File.ReadAllText(Notes(_folder)).Split('\n')[..^1].Select(l => int.Parse(l, null))];

    public static ChildWriter Start(string folder)
    {
        // This program itself, which turns into the writer before its Main when the variable is set.
        var start = new ProcessStartInfo(Environment.ProcessPath!) { Environment = { [FolderVariable] = folder } };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ChildWriter).Assembly.Location);
        }

        return new(Process.Start(start)!, folder);
    }

    public async Task WaitForPromisesAsync(int count, CancellationToken cancel)
    {
        var deadline = Stopwatch.StartNew();
        while (Promised.Count < count)
        {
            Assert.True(deadline.Elapsed < TimeSpan.FromMinutes(1) && !_process.HasExited, "The child wrote nothing.");
            await Task.Delay(10, cancel);
        }
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    [ModuleInitializer]
    internal static void Become()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } path)
        {
            WriteForEver(path);
        }
    }

    private static string Notes(string folder) => folder + ".promised";

    // Without await: until the initializer ends, no other thread may run code of this assembly.
    private static void WriteForEver(string path)
    {
        using var folder = new IndexFolder(path);
        using var index = new EmbeddedIndex(folder, Options.Create(new ArticleIndexOptions()), TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);
        var first = File.Exists(Notes(path)) ? File.ReadAllLines(Notes(path)).Length : 0;
        for (var batch = first; ; batch++)
        {
            List<IndexedArticle> articles = [.. Enumerable.Range(0, BatchSize).Select(i => Sample.Article($"b{batch}-{i}", "Chips " + batch))];
            index.UpsertAsync(articles, CancellationToken.None).GetAwaiter().GetResult();
            File.AppendAllText(Notes(path), batch + "\n");
        }
    }
}
