using Monitoring.Classifier.Countries;
using Monitoring.Classifier.Linear;
using Monitoring.Classifier.Themes;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Training;

/// <summary>Trains which named countries an article is about, and in which role.</summary>
internal sealed class CountryTrainer(TrainingLog log)
{
    private const float TagL2 = 1;
    private const float RoleL2 = 0.4f;

    // Authors wrote far more passing mentions than news has, so that they can be learnt: each counts less.
    private const float MentionWeight = 0.3f;

    private static readonly string[] s_roles = ["subject", "supplier", "partner", "target", "place"];

    /// <param name="items">All items.</param>
    /// <param name="articles">The same, read.</param>
    /// <param name="fixture">Ids of the items that roles are measured on; empty for all.</param>
    public (LinearModel Model, Calibration Calibration) Train(IReadOnlyList<TrainingItem> items, IReadOnlyList<ReadArticle> articles, IReadOnlySet<string> fixture)
    {
        var examples = items.Zip(articles).SelectMany(pair => Examples(pair.First, pair.Second)).ToList();
        var space = new FeatureSpace(examples.Select(example => example.Features), leastExamples: 2);
        var rows = examples.Select(example => space.Row(example.Features)).ToList();
        var trainer = new SparseTrainer(space.Keys.Length);
        var (weights, bias) = trainer.TrainBinary(rows, index => examples[index].IsTag, index => examples[index].Weight, TagL2);
        var answers = Folds.Answer([.. examples.Select(example => example.Batch)], (train, held) =>
        {
            var (foldWeights, foldBias) = trainer.TrainBinary([.. train.Select(index => rows[index])], index => examples[train[index]].IsTag, index => examples[train[index]].Weight, TagL2);
            return [.. held.Select(index => rows[index].Dot(foldWeights) + foldBias)];
        });
        var pairs = answers.Zip(examples, (logit, example) => (logit, example.IsTag)).ToList();
        var weighed = answers.Zip(examples, (logit, example) => (logit, example.IsTag, example.Weight)).ToList();
        var calibration = Calibration.Fit(weighed).WithBestThreshold(weighed, 1);
        var roles = Enumerable.Range(0, examples.Count).Where(index => examples[index].Role is not null).ToArray();
        var (roleWeights, roleBias) = trainer.TrainClasses([.. roles.Select(index => rows[index])], index => (uint)Array.IndexOf(s_roles, examples[roles[index]].Role), s_roles.Length, RoleL2);
        Report(items, pairs, calibration);
        ReportRoles(trainer, roles, rows, examples, fixture);
        return (space.Pack([weights, .. roleWeights], [bias, .. roleBias]), calibration);
    }

    private static IEnumerable<Example> Examples(TrainingItem item, ReadArticle article)
    {
        var candidates = CountryCandidate.Of(article);
        var features = new CandidateFeatures(article, candidates);
        foreach (var candidate in candidates)
        {
            var label = item.Countries.FirstOrDefault(country => country.Code == candidate.Code);
            var isTag = label is { IsTag: true };
            yield return new Example(item.Batch, item.Id, RoleRules.Find(article, candidate), features.Of(candidate), isTag, isTag && s_roles.Contains(label!.Role) ? label.Role : null, label is { IsTag: false } ? MentionWeight : 1);
        }
    }

    private void Report(IReadOnlyList<TrainingItem> items, List<(float Logit, bool Label)> pairs, Calibration calibration)
    {
        var yes = pairs.Where(pair => calibration.Probability(pair.Logit) >= calibration.Threshold).ToList();
        var right = yes.Count(pair => pair.Label);
        var all = items.Sum(item => item.Countries.Count(country => country.IsTag));
        var found = pairs.Count(pair => pair.Label);
        log.Add(new("countries", right, yes.Count, all), pairs.Count, FormattableString.Invariant($"reachable {found}, threshold {calibration.Threshold:F2}"));
    }

    private void ReportRoles(SparseTrainer trainer, int[] roles, List<SparseRow> rows, List<Example> examples, IReadOnlySet<string> fixture)
    {
        uint Label(int index) => (uint)Array.IndexOf(s_roles, examples[index].Role);
        var answers = Folds.Answer([.. roles.Select(index => examples[index].Batch)], (train, held) =>
        {
            var (weights, bias) = trainer.TrainClasses([.. train.Select(index => rows[roles[index]])], index => Label(roles[train[index]]), s_roles.Length, RoleL2);
            return
            [
                .. held.Select(index => (float)Enumerable.Range(0, s_roles.Length).MaxBy(role => rows[roles[index]].Dot(weights[role]) + bias[role])),
            ];
        });
        // What grammar settles does not come from the model.
        var said = answers.Select((answer, place) => examples[roles[place]].Rule is { } rule ? (int)rule - 1 : (int)answer).ToList();
        var chosen = Enumerable.Range(0, roles.Length).Where(place => fixture.Count == 0 || fixture.Contains(examples[roles[place]].Id)).ToList();
        for (var role = 0; role < s_roles.Length; role++)
        {
            var right = chosen.Count(place => said[place] == role && Label(roles[place]) == role);
            log.Add(new("role " + s_roles[role], right, chosen.Count(place => said[place] == role), chosen.Count(place => Label(roles[place]) == role)), chosen.Count, "given that the country is a tag");
        }

        log.Add(new("roles (micro)", chosen.Count(place => said[place] == Label(roles[place])), chosen.Count, chosen.Count), chosen.Count, "given that the country is a tag");
        var subjects = chosen.Count(place => Label(roles[place]) == 0);
        log.Add(new("roles, always subject", subjects, chosen.Count, chosen.Count), chosen.Count, "the baseline");
    }

    private sealed record Example(string Batch, string Id, CountryRole? Rule, IReadOnlyList<Feature> Features, bool IsTag, string? Role, float Weight);
}
