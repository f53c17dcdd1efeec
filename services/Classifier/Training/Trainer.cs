using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Monitoring.Classifier.Tagging;

namespace Monitoring.Classifier.Training;

/// <summary>Trains everything but the languages.</summary>
internal sealed class Trainer(ArticleReader reader, TextWriter writer)
{
    // What a model follows from. Consumers, stores and reports may change without another model.
    private static readonly string[] s_folders =
    [
        "services/Classifier/Countries", "services/Classifier/Languages", "services/Classifier/Linear", "services/Classifier/Text",
        "services/Classifier/Themes", "services/Classifier/Training", "services/Classifier/Model", "shared/Taxonomy",
    ];

    /// <summary>The same items, code and taxonomy give the same model, bit for bit.</summary>
    /// <param name="items">All batches.</param>
    /// <param name="version">What <see cref="VersionOf(string)"/> says about their sources.</param>
    /// <param name="fixture">Ids of the items that roles are measured on; empty for all.</param>
    public ModelFile Train(IReadOnlyList<TrainingItem> items, string version, IReadOnlySet<string> fixture)
    {
        var log = new TrainingLog(writer);
        var articles = items.Select(item => reader.Read(item.Title, item.Summary, item.Lang)).ToList();
        var (country, countryCalibration) = new CountryTrainer(log).Train(items, articles, fixture);
        var (text, textCalibrations) = new TextTrainer(log).Train(items, articles);
        return new ModelFile(version, text, textCalibrations, country, countryCalibration, log.Measures);
    }

    /// <summary>Hash of the files that a model follows from: training data, this service's code and tables, the taxonomy.</summary>
    /// <param name="repository">The folder that holds Monitoring.sln.</param>
    public static string VersionOf(string repository)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = s_folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(repository, folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".tsv" or ".jsonl" || Path.GetFileName(file) == "languages.bin")
            .Select(file => (Name: Path.GetRelativePath(repository, file).Replace('\\', '/'), file))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal);
        foreach (var (name, file) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>The version of a model that corrections taught too.</summary>
    public static string VersionOf(string version, IReadOnlyList<TrainingItem> corrections) => corrections.Count == 0
        ? version
        : Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { version, corrections = corrections.Select(Row) })))[..12];

    private static object Row(TrainingItem item) => new { item.Id, item.Title, item.Summary, item.Lang, item.Relevant, Countries = item.Countries.Select(country => country.ToString()), item.Themes };
}
