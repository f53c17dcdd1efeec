using System.Security.Cryptography;
using System.Text;
using Monitoring.Classifier.Tagging;

namespace Monitoring.Classifier.Training;

/// <summary>Trains everything but the languages.</summary>
internal sealed class Trainer(ArticleReader reader, TextWriter log)
{
    private static readonly string[] s_folders = ["services/Classifier", "shared/Taxonomy"];

    /// <summary>The same items, code and taxonomy give the same model, bit for bit.</summary>
    /// <param name="items">All batches.</param>
    /// <param name="version">What <see cref="VersionOf"/> says about their sources.</param>
    public ModelFile Train(IReadOnlyList<TrainingItem> items, string version)
    {
        var articles = items.Select(item => reader.Read(item.Title, item.Summary, item.Lang)).ToList();
        var (country, countryCalibration) = new CountryTrainer(log).Train(items, articles);
        var (text, textCalibrations) = new TextTrainer(log).Train(items, articles);
        return new ModelFile(version, text, textCalibrations, country, countryCalibration);
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
}
