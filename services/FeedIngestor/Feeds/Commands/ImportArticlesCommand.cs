using System.Globalization;
using Monitoring.FeedIngestor.Articles.Importing;
using Monitoring.Hosting;

namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary><c>-- import-articles FILE.jsonl</c>: brings an archive; running it again continues where it was cut off.</summary>
internal static class ImportArticlesCommand
{
    private const int BatchSize = 500;

    public static ServiceCommand Command { get; } = new(
        "import-articles", "FILE.jsonl: takes in an archive, one object a line with url, title, text, published, source; never alerts", RunAsync);

    private static async Task<int> RunAsync(string[] arguments, CancellationToken cancel)
    {
        var settings = CommandSettings.From(arguments);
        var file = settings.ExistingFile("file of articles");
        await using var target = await settings.TargetAsync(cancel);
        var checkpoint = new ImportCheckpoint(file, settings.Configuration);
        using var progress = new ProgressBar(new FileInfo(file).Length);
        var total = new ImportCount(0, 0, 0);
        await foreach (var (lines, end) in BatchesAsync(file, await checkpoint.ReadAsync(cancel), cancel))
        {
            total += await target.ImportArticlesAsync(lines, cancel);
            await checkpoint.KeepAsync(end, cancel);
            progress.Show(end, string.Create(CultureInfo.InvariantCulture, $"{total.Added:N0} added, {total.Known:N0} known, {total.Bad:N0} unusable"));
        }

        progress.End();
        checkpoint.Remove();
        Console.WriteLine($"{total.Added} articles added, {total.Known} known already, {total.Bad} unusable, by {target.Name}.");
        return total is { Added: 0, Known: 0, Bad: > 0 } ? 1 : 0;
    }

    /// <summary>Lines and the byte at which the next batch begins.</summary>
    private static async IAsyncEnumerable<(IReadOnlyList<string> Lines, long End)> BatchesAsync(
        string file, long from, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var stream = File.OpenRead(file);
        stream.Position = from;
        var reader = new LineReader(stream);
        var lines = new List<string>(BatchSize);
        while (await reader.ReadAsync(cancel) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line);
            }

            if (lines.Count == BatchSize)
            {
                yield return (lines, from + reader.Consumed);
                lines = new List<string>(BatchSize);
            }
        }

        if (lines.Count > 0)
        {
            yield return (lines, from + reader.Consumed);
        }
    }
}
