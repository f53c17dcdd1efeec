using Monitoring.Classifier.Tagging;
using Monitoring.Classifier.Training;
using Monitoring.Contracts;
using Monitoring.Hosting.Startup;

namespace Monitoring.Classifier.Evaluation;

/// <summary>Measures the committed model on a file of labelled items.</summary>
internal static class EvaluateCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancel)
    {
        var files = arguments.TakeWhile(argument => !argument.StartsWith('-')).ToList();
        if (files.Count == 0 || !files.TrueForAll(File.Exists))
        {
            throw new UsageException("Name files with one labelled item per line.");
        }

        var tagger = Taggers.Create(arguments.SkipWhile(argument => argument != "--model").ElementAtOrDefault(1));
        var reports = new List<(string Name, EvaluationReport Report)>();
        foreach (var file in files)
        {
            var answers = TrainingItem.ReadAll(file).Select(item => new Answer(item, tagger.Tag(item.Title, item.Summary, claimedLanguage: null))).ToList();
            var report = new EvaluationReport(answers, detailed: !arguments.Contains("--short"));
            reports.Add(($"{Path.GetFileNameWithoutExtension(file)} ({answers.Count} items)", report));
            await Console.Out.WriteLineAsync($"{file}\n{report}".AsMemory(), cancel);
        }

        if (arguments.Contains("--write"))
        {
            await new ModelCard(tagger.Model, reports).WriteAsync(Repository.Root(), cancel);
        }

        return 0;
    }
}

/// <summary>What a person says about an item, and what the tagger says.</summary>
internal sealed record Answer(TrainingItem Item, ArticleTags Tags)
{
    public IReadOnlyCollection<string> ExpectedCountries => [.. Item.Countries.Where(country => country.IsTag).Select(country => country.Code)];

    public IReadOnlyCollection<string> ActualCountries => [.. Tags.Countries.Where(country => country.Role != CountryRole.Mention).Select(country => country.Code)];

    public IReadOnlyCollection<string> ActualThemes => [.. Tags.Themes.Select(theme => theme.Id)];
}
