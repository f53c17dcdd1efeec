namespace Monitoring.Classifier.Languages;

/// <summary>Says in which language a text is written: first by its letters, then by its letter runs.</summary>
internal sealed class LanguageDetector(LanguageModel model)
{
    public const string Unknown = "und";

    // A claim wins against a small difference only: about one telling gram in a headline.
    private const int ClaimBonus = (int)(6 * LanguageModel.Steps);

    private static readonly string[] s_modelled = ["latin", "cyrillic", "arabic", "devanagari"];

    /// <summary>ISO 639-1 code, or "und" for a text without letters.</summary>
    /// <param name="text">Title and text; the beginning decides.</param>
    /// <param name="claimed">What the feed claims, or null: it settles close calls.</param>
    public string Detect(ReadOnlySpan<char> text, string? claimed = null)
    {
        var script = LanguageScripts.Dominant(text);
        return script switch
        {
            null => Unknown,
            "han" => "zh",
            _ when !s_modelled.Contains(script) => script,
            _ => Closest(text, script, claimed),
        };
    }

    private string Closest(ReadOnlySpan<char> text, string script, string? claimed)
    {
        Span<int> sums = stackalloc int[model.Languages.Length];
        sums.Clear();
        foreach (var key in Grams.Keys(Grams.Letters(text)))
        {
            model.Add(key, sums);
        }

        var (best, least) = (Unknown, int.MaxValue);
        for (var language = 0; language < sums.Length; language++)
        {
            var cost = sums[language] - (claimed is not null && model.Languages[language] == claimed ? ClaimBonus : 0);
            if (model.ScriptOf[language] == script && cost < least)
            {
                (best, least) = (model.Languages[language], cost);
            }
        }

        return best;
    }
}
