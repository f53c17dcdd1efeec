using Monitoring.Classifier.Countries;
using Monitoring.Classifier.Languages;
using Monitoring.Classifier.Themes;

namespace Monitoring.Classifier.Tagging;

/// <summary>Builds readers and taggers from what is embedded; takes about a second.</summary>
internal static class Taggers
{
    public static ArticleReader CreateReader()
    {
        using var stream = Table.TryOpen("languages.bin");
        var languages = stream is null ? new LanguageModel([], [], [], []) : ReadLanguages(stream);
        return new(new LanguageDetector(languages), new Concepts(), new CountryFinder(new Gazetteer(NameSources.All()), new Ambiguity()));
    }

    public static Tagger Create(ModelFile model) => new(CreateReader(), model, new CountryTagger(model));

    /// <summary>The tagger with the committed model, or with one from a file.</summary>
    public static Tagger Create(string? file = null)
    {
        using var stream = file is null ? Table.Open("model.bin") : File.OpenRead(file);
        return Create(ModelFile.Read(stream));
    }

    private static LanguageModel ReadLanguages(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        return LanguageModel.Read(reader);
    }
}
