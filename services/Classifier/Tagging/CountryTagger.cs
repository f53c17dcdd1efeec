using Monitoring.Classifier.Countries;
using Monitoring.Classifier.Themes;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Tagging;

/// <summary>Chooses the countries that an article is about and the part that each plays.</summary>
internal sealed class CountryTagger(ModelFile model)
{
    private const int MostEvidence = 3;

    public IReadOnlyList<CountryTag> Tag(ReadArticle article)
    {
        var candidates = CountryCandidate.Of(article);
        var features = new CandidateFeatures(article, candidates);
        var tags = new List<CountryTag>(candidates.Count);
        Span<float> logits = stackalloc float[model.Country.Questions];
        foreach (var candidate in candidates)
        {
            model.Country.Score(features.Of(candidate), logits);
            var score = model.CountryCalibration.Probability(logits[0]);
            var isTag = score >= model.CountryCalibration.Threshold;
            if (isTag || candidate.Hits.Count > 0)
            {
                tags.Add(new CountryTag
                {
                    Code = candidate.Code,
                    Role = isTag ? RoleRules.Find(article, candidate) ?? StrongestRole(logits[1..]) : CountryRole.Mention,
                    Score = score,
                    Evidence = Evidence(article, candidate),
                });
            }
        }

        return [.. tags.OrderByDescending(tag => tag.Score)];
    }

    private static CountryRole StrongestRole(ReadOnlySpan<float> logits)
    {
        var best = 0;
        for (var role = 1; role < logits.Length; role++)
        {
            best = logits[role] > logits[best] ? role : best;
        }

        return CountryRole.Subject + best;
    }

    private static List<Evidence> Evidence(ReadArticle article, CountryCandidate candidate) =>
    [
        .. candidate.Hits
            .OrderByDescending(hit => hit.Entry.Weight)
            .ThenBy(hit => hit.Start)
            .Select(hit => EvidenceSpans.From(article, hit.Start, hit.End))
            .OfType<Evidence>()
            .DistinctBy(evidence => evidence.Text)
            .Take(MostEvidence),
    ];
}
