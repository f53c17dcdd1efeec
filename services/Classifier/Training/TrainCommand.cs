using System.Diagnostics;
using Monitoring.Classifier.Tagging;

namespace Monitoring.Classifier.Training;

/// <summary>Trains the model and writes it into the source tree, from where it is committed.</summary>
internal static class TrainCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var root = Repository.Root();
        var items = Repository.Batches(root);
        var model = new Trainer(Taggers.CreateReader(), Console.Out).Train(items, Trainer.VersionOf(root));
        var file = arguments.Length > 0 ? arguments[0] : Path.Combine(Repository.ModelFolder(root), "model.bin");
        await using var stream = File.Create(file);
        model.Write(stream);
        await Console.Out.WriteLineAsync(
            FormattableString.Invariant($"{file}: version {model.Version}, {items.Count} items, {stream.Length:N0} bytes, {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s").AsMemory(),
            cancel);
        return 0;
    }
}
