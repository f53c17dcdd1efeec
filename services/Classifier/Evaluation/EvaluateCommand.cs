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
        if (arguments.Length == 0 || !File.Exists(arguments[0]))
        {
            throw new UsageException("Name a file with one labelled item per line.");
        }

        var tagger = Taggers.Create(arguments.SkipWhile(argument => argument != "--model").ElementAtOrDefault(1));
        var answers = TrainingItem.ReadAll(arguments[0]).Select(item => new Answer(item, tagger.Tag(item.Title, item.Summary, claimedLanguage: null))).ToList();
        var report = new EvaluationReport(answers, detailed: !arguments.Contains("--short"));
        await Console.Out.WriteLineAsync(report.ToString().AsMemory(), cancel);
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
