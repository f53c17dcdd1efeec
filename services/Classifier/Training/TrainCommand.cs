using System.Diagnostics;
using Monitoring.Classifier.Corrections;
using Monitoring.Classifier.Tagging;
using Monitoring.Hosting.Startup;
using Monitoring.Storage;

namespace Monitoring.Classifier.Training;

/// <summary>Trains the model and writes it into the source tree, from where it is committed.</summary>
internal static class TrainCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var root = Repository.Root();
        var file = arguments.FirstOrDefault(argument => !argument.StartsWith('-')) ?? Path.Combine(Repository.ModelFolder(root), "model.bin");
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var corrections = await CorrectedItems.ReadAsync(StorageOptions.From(configuration), cancel);
        TrainingItem[] items = [.. Repository.Batches(root), .. corrections];
        var version = Trainer.VersionOf(Trainer.VersionOf(root), corrections);
        var model = new Trainer(Taggers.CreateReader(), Console.Out).Train(items, version, Repository.RoleItems(root));
        var complaints = arguments.Contains("--force") ? [] : Gate.Complaints(await LastAsync(root), model.Measures);
        if (complaints.Count > 0)
        {
            throw new UsageException($"The new model is worse and was not written; --force writes it.\n{string.Join('\n', complaints)}");
        }

        await using var stream = File.Create(file);
        model.Write(stream);
        await Console.Out.WriteLineAsync(
            FormattableString.Invariant(
                $"{file}: version {model.Version}, {items.Length} items, {corrections.Count} of them corrections, {stream.Length:N0} bytes, {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s").AsMemory(),
            cancel);
        return 0;
    }

    /// <summary>The measures of the model in the source tree; none when it is missing or of another format.</summary>
    private static async Task<IReadOnlyList<Measure>> LastAsync(string root)
    {
        var file = Path.Combine(Repository.ModelFolder(root), "model.bin");
        if (!File.Exists(file))
        {
            return [];
        }

        await using var stream = File.OpenRead(file);
        try
        {
            return ModelFile.Read(stream).Measures;
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
