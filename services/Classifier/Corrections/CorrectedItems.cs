using Monitoring.Classifier.Tagging;
using Monitoring.Classifier.Training;
using Monitoring.Contracts;
using Monitoring.Storage;

namespace Monitoring.Classifier.Corrections;

/// <summary>Turns corrections into training items, where a store is there.</summary>
internal static class CorrectedItems
{
    /// <summary>The batch that cross-validation holds them out in.</summary>
    public const string Batch = "corrections";

    /// <summary>None when nothing was ever kept. What readers left as it was is taken from the model's tags.</summary>
    public static async Task<IReadOnlyList<TrainingItem>> ReadAsync(StorageOptions options, CancellationToken cancel)
    {
        await using var database = new Database<ClassifierModule>(ClassifierModule.Name, options);
        if (database.FilePath is { } file && !File.Exists(file))
        {
            return [];
        }

        await Migrator.MigrateAsync(database, cancel);
        var corrected = await new CorrectionStore(database, TimeProvider.System).CorrectedAsync(cancel);
        if (corrected.Count == 0)
        {
            return [];
        }

        var tagger = Taggers.Create(file: null);
        return [.. corrected.Select(each => Item(each.Text, each.Correction.Apply(tagger.Tag(each.Text.Title, each.Text.Text, each.Text.Language))))];
    }

    /// <summary>One item, labelled as its tags say.</summary>
    public static TrainingItem Item(TaggedText text, ArticleTags tags) => new()
    {
        Id = text.ArticleId,
        Title = text.Title,
        Summary = text.Text,
        Lang = text.Language,
        Relevant = tags.IsRelevant,
        Countries = [.. tags.Countries.Select(country => new LabelledCountry(country.Code, country.Role.ToString().ToLowerInvariant()))],
        Themes = [.. tags.Themes.Select(theme => theme.Id)],
        Batch = Batch,
    };
}
