using Monitoring.Hosting;

namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary><c>-- import FILE.opml</c>: follows the feeds of a list.</summary>
internal static class ImportCommand
{
    public static ServiceCommand Command { get; } = new("import", "FILE.opml: follows the feeds of a list", RunAsync);

    private static async Task<int> RunAsync(string[] arguments, CancellationToken cancel)
    {
        var settings = CommandSettings.From(arguments);
        var file = settings.ExistingFile("OPML file");
        // The reader finds the encoding from the byte order mark, else UTF-8, which nearly every list is in.
        var opml = await File.ReadAllTextAsync(file, cancel);
        await using var target = await settings.TargetAsync(cancel);
        var imported = await target.ImportFeedsAsync(opml, cancel);
        foreach (var problem in imported.Problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        Console.WriteLine($"{imported.Added} feeds added, {imported.Known} known already, by {target.Name}.");
        return imported.Added + imported.Known > 0 ? 0 : 1;
    }
}
