using System.Security.Cryptography;
using Monitoring.Classifier.Tagging;
using Monitoring.Classifier.Training;

namespace Monitoring.Classifier.Tests.Training;

public sealed class TrainerTests
{
    [Fact]
    public void The_same_items_give_the_same_model_bit_for_bit()
    {
        var items = Batches().GroupBy(item => item.Batch).SelectMany(batch => batch.Take(40)).ToList();

        var (first, second) = (HashOf(items), HashOf(items));

        Assert.Equal(first, second);
    }

    [Fact]
    public void Every_training_item_has_known_themes_roles_and_codes() => Assert.All(Batches(), item =>
    {
        Assert.All(item.Themes, theme => Assert.NotNull(Taxonomy.Themes.Find(theme)));
        Assert.All(item.Countries, country => Assert.NotNull(Taxonomy.Countries.Find(country.Code)));
        Assert.All(item.Countries, country => Assert.Contains(country.Role, new[] { "subject", "supplier", "partner", "target", "place", "mention" }));
        Assert.True(item.Relevant || item.Themes.Count == 0, item.Id);
    });

    [Fact]
    public void No_training_item_shares_eight_words_in_a_row_with_the_gold_files()
    {
        var folder = Path.Combine(Repository.Root(), "../shared/gold");
        Assert.SkipUnless(Directory.Exists(folder), "Skipped: the gold files do not lie beside the repository.");
        var gold = Directory.EnumerateFiles(folder, "*.jsonl").SelectMany(TrainingItem.ReadAll).SelectMany(Grams).ToHashSet();

        var shared = Batches().Where(item => Grams(item).Any(gold.Contains)).Select(item => item.Id);

        Assert.Empty(shared);
    }

    [Fact]
    public void The_committed_model_was_made_from_the_committed_data_code_and_tables() =>
        Assert.Equal(Trainer.VersionOf(Repository.Root()), Taggers.Create(file: null).Model.Version);

    [Fact]
    public void The_card_speaks_of_the_committed_model()
    {
        var model = Taggers.Create(file: null).Model;

        var card = File.ReadAllText(Path.Combine(Repository.ModelFolder(Repository.Root()), "quality.json"));

        Assert.Contains($"\"modelVersion\": \"{model.Version}\"", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_that_roles_are_measured_on_are_labelled_as_in_training()
    {
        var items = Batches().ToDictionary(item => item.Id);

        var roles = TrainingItem.ReadAll(Path.Combine(Repository.Root(), "tests/Fixtures/roles.jsonl"));

        Assert.Equal(250, roles.Count);
        Assert.All(roles, item => Assert.Equal(items[item.Id].Countries, item.Countries));
    }

    private static IReadOnlyList<TrainingItem> Batches() => Repository.Batches(Repository.Root());

    private static string HashOf(IReadOnlyList<TrainingItem> items)
    {
        using var stream = new MemoryStream();
        new Trainer(Taggers.CreateReader(), TextWriter.Null).Train(items, "test", new HashSet<string>()).Write(stream);
        return Convert.ToHexString(SHA256.HashData(stream.ToArray()));
    }

    private static IEnumerable<string> Grams(TrainingItem item)
    {
        var words = $"{item.Title} {item.Summary}".ToLowerInvariant().Split([' ', ',', '.', ':', ';', '"', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Max(0, words.Length - 7)).Select(start => string.Join(' ', words.AsSpan(start, 8).ToArray()));
    }
}
