using Monitoring.Classifier.Linear;
using Monitoring.Classifier.Themes;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Tagging;

/// <summary>Says what an article is about: relevant or not, which countries in which role, which themes, and by which words.</summary>
internal sealed class Tagger(ArticleReader reader, ModelFile model, CountryTagger countries)
{
    private const int MostThemes = 4;

    /// <summary>The model that it judges by.</summary>
    public ModelFile Model => model;

    /// <param name="title">Plain text.</param>
    /// <param name="text">Plain text, may be empty.</param>
    /// <param name="claimedLanguage">ISO 639-1, as the feed claims; null for none.</param>
    public ArticleTags Tag(string title, string text, string? claimedLanguage)
    {
        var article = reader.Read(title, text, claimedLanguage);
        var features = TextFeatures.Extract(article);
        Span<float> logits = stackalloc float[model.Text.Questions];
        model.Text.Score(features, logits);
        var calibration = model.TextCalibration(0, article.IsHeadline);
        var relevance = calibration.Probability(logits[0]);
        var relevant = relevance >= calibration.Threshold;
        return new ArticleTags
        {
            Relevance = relevance,
            IsRelevant = relevant,
            Countries = countries.Tag(article),
            Themes = relevant ? Themes(article, features, logits) : [],
            Language = article.Language,
            ModelVersion = model.Version,
        };
    }

    private List<ThemeTag> Themes(ReadArticle article, List<Feature> features, ReadOnlySpan<float> logits)
    {
        var scored = new List<(int Question, float Score, float Margin)>(logits.Length);
        for (var question = 1; question < logits.Length; question++)
        {
            var calibration = model.TextCalibration(question, article.IsHeadline);
            var score = calibration.Probability(logits[question]);
            scored.Add((question, score, score - calibration.Threshold));
        }

        var chosen = scored.Where(theme => theme.Margin >= 0).OrderByDescending(theme => theme.Score).Take(MostThemes).ToList();
        if (chosen.Count == 0)
        {
            // A relevant article is filed under at least one theme.
            chosen.Add(scored.MaxBy(theme => theme.Margin));
        }

        return
        [
            .. chosen.Select(theme => new ThemeTag
            {
                Id = Taxonomy.Themes.All[theme.Question - 1].Id,
                Score = theme.Score,
                Evidence = ThemeEvidence.Find(article, features, model.Text, theme.Question),
            }),
        ];
    }
}
