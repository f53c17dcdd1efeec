using Monitoring.Classifier.Linear;
using Monitoring.Classifier.Themes;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Tagging;

/// <summary>Finds the words that spoke most for an answer.</summary>
internal static class ThemeEvidence
{
    private const int MostSpans = 3;
    private const float LeastShare = 0.02f;

    public static IReadOnlyList<Evidence> Find(ReadArticle article, List<Feature> features, LinearModel model, int question)
    {
        var spans = new Dictionary<(int Start, int End), float>();
        foreach (var feature in features)
        {
            if (feature.End > feature.Start)
            {
                var key = (feature.Start, feature.End);
                spans[key] = spans.GetValueOrDefault(key) + model.Contribution(feature, question);
            }
        }

        var chosen = new List<(int Start, int End)>();
        foreach (var (span, score) in spans.Where(pair => pair.Value > LeastShare && pair.Key.End - pair.Key.Start > 1).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
        {
            if (chosen.Count < MostSpans && !chosen.Exists(other => span.Start < other.End && other.Start < span.End))
            {
                chosen.Add(span);
            }
        }

        return [.. chosen.Select(span => EvidenceSpans.From(article, span.Start, span.End)).OfType<Evidence>()];
    }
}
