using Monitoring.Classifier.Countries;
using Monitoring.Classifier.Linear;
using Monitoring.Classifier.Themes;

namespace Monitoring.Classifier.Training;

/// <summary>Trains which named countries an article is about, and in which role.</summary>
internal sealed class CountryTrainer(TextWriter log)
{
    private const float TagL2 = 1;
    private const float RoleL2 = 0.4f;


    // Authors wrote far more passing mentions than news has, so that they can be learnt: each counts less.
    private const float MentionWeight = 0.3f;

    private static readonly string[] s_roles = ["subject", "supplier", "partner", "target", "place"];

    public (LinearModel Model, Calibration Calibration) Train(IReadOnlyList<TrainingItem> items, IReadOnlyList<ReadArticle> articles)
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
        ReportRoles(trainer, roles, rows, examples);
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
            yield return new Example(item.Batch, features.Of(candidate), isTag, isTag && s_roles.Contains(label!.Role) ? label.Role : null, label is { IsTag: false } ? MentionWeight : 1);
        }
    }

    private void Report(IReadOnlyList<TrainingItem> items, List<(float Logit, bool Label)> pairs, Calibration calibration)
    {
        var yes = pairs.Where(pair => calibration.Probability(pair.Logit) >= calibration.Threshold).ToList();
        var right = yes.Count(pair => pair.Label);
        var all = items.Sum(item => item.Countries.Count(country => country.IsTag));
        var found = pairs.Count(pair => pair.Label);
        lock (log)
        {
            log.WriteLine(FormattableString.Invariant(
                $"countries        candidates {pairs.Count}, labelled {all}, reachable {found}, held-out precision {right / Math.Max(1.0, yes.Count):F3}, recall {right / Math.Max(1.0, all):F3}, F1 {2.0 * right / Math.Max(1, yes.Count + all):F3}, threshold {calibration.Threshold:F2}"));
        }

    }

    private void ReportRoles(SparseTrainer trainer, int[] roles, List<SparseRow> rows, List<Example> examples)
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
        for (var role = 0; role < s_roles.Length; role++)
        {
            var (said, meant) = (answers.Count(answer => answer == role), roles.Count(index => Label(index) == role));
            var right = answers.Where((answer, place) => answer == role && Label(roles[place]) == role).Count();
            log.WriteLine(FormattableString.Invariant(
                $"role {s_roles[role],-11} examples {roles.Length}, labelled {meant}, held-out precision {right / Math.Max(1.0, said):F3}, recall {right / Math.Max(1.0, meant):F3}"));
        }
    }

    private sealed record Example(string Batch, IReadOnlyList<Feature> Features, bool IsTag, string? Role, float Weight);
}
