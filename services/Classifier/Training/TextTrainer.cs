using Monitoring.Classifier.Linear;
using Monitoring.Classifier.Themes;

namespace Monitoring.Classifier.Training;

/// <summary>Trains relevance and the 13 themes over one set of features.</summary>
internal sealed class TextTrainer(TextWriter log)
{
    // Chosen by cross-validation over batches.
    private const float RelevanceL2 = 0.15f;
    private const float ThemeL2 = 0.2f;
    private const float RelevanceRatio = 0.5f;
    private const float ThemeRatio = 1;

    // Feeds bring about fifty articles for one that is relevant: a wrong tag costs more than a missing one.
    private const double RelevanceBeta = 0.4;
    private const double ThemeBeta = 1;
    private const float PooledShare = 0.5f;

    public (LinearModel Model, IReadOnlyList<Calibration> Calibrations) Train(IReadOnlyList<TrainingItem> items, IReadOnlyList<ReadArticle> articles)
    {
        var features = articles.Select(TextFeatures.Extract).ToList();
        var space = new FeatureSpace(features, leastExamples: 2);
        var rows = features.Select(space.Row).ToList();
        string[] questions = ["relevance", .. Taxonomy.Themes.All.Select(theme => theme.Id)];
        var weights = new float[questions.Length][];
        var bias = new float[questions.Length];
        var calibrations = new Calibration[questions.Length];
        var answers = new List<(float Logit, bool Label, float Weight)>[questions.Length];
        Parallel.For(0, questions.Length, question =>
        {
            var chosen = question == 0 ? Enumerable.Range(0, items.Count).ToArray() : [.. Enumerable.Range(0, items.Count).Where(index => items[index].Relevant)];
            bool Label(int index) => question == 0 ? items[index].Relevant : items[index].Themes.Contains(questions[question]);
            var l2 = question == 0 ? RelevanceL2 : ThemeL2;
            var ratio = question == 0 ? RelevanceRatio : ThemeRatio;
            (weights[question], bias[question]) = Fit(space, rows, chosen, Label, l2, ratio);
            var held = answers[question] = Held(space, rows, items, chosen, Label, l2, ratio);
            calibrations[question] = Calibration.Fit(held).WithBestThreshold(held, question == 0 ? RelevanceBeta : ThemeBeta);
            Report(questions[question], held, calibrations[question]);
        });
        Pool(calibrations, answers);
        return (space.Pack(weights, bias), calibrations);
    }

    /// <summary>
    /// Moves each theme's threshold towards the one that is best for all themes together: few examples make a theme's own threshold
    /// a matter of luck.
    /// </summary>
    private static void Pool(Calibration[] calibrations, List<(float Logit, bool Label, float Weight)>[] answers)
    {
        var pooled = Enumerable.Range(1, calibrations.Length - 1)
            .SelectMany(question => answers[question].Select(answer => (MathF.Log(calibrations[question].Odds(answer.Logit)), answer.Label, answer.Weight)))
            .ToList();
        var common = new Calibration(1, 0, 0.5f).WithBestThreshold(pooled, ThemeBeta).Threshold;
        for (var question = 1; question < calibrations.Length; question++)
        {
            calibrations[question] = calibrations[question] with { Threshold = (PooledShare * common) + ((1 - PooledShare) * calibrations[question].Threshold) };
        }
    }

    private static List<(float Logit, bool Label, float Weight)> Held(
        FeatureSpace space, List<SparseRow> rows, IReadOnlyList<TrainingItem> items, int[] chosen, Func<int, bool> label, float l2, float ratio)
    {
        var answers = Folds.Answer([.. chosen.Select(index => items[index].Batch)], (train, held) =>
        {
            var (weights, bias) = Fit(space, rows, [.. train.Select(index => chosen[index])], label, l2, ratio);
            return [.. held.Select(index => rows[chosen[index]].Dot(weights) + bias)];
        });
        return [.. chosen.Select((index, place) => (answers[place], label(index), 1f))];
    }

    private static (float[] Weights, float Bias) Fit(FeatureSpace space, List<SparseRow> rows, int[] chosen, Func<int, bool> label, float l2, float ratio)
    {
        var scale = Ratios.Of(space.Keys.Length, chosen.Select(index => (rows[index], label(index))).ToList(), ratio);
        var (weights, bias) = new SparseTrainer(space.Keys.Length).TrainBinary([.. chosen.Select(index => rows[index].Scaled(scale))], index => label(chosen[index]), _ => 1, l2);
        for (var column = 0; column < weights.Length; column++)
        {
            weights[column] *= scale[column];
        }

        return (weights, bias);
    }

    private void Report(string question, List<(float Logit, bool Label, float Weight)> held, Calibration calibration)
    {
        var yes = held.Where(pair => calibration.Probability(pair.Logit) >= calibration.Threshold).ToList();
        var right = yes.Count(pair => pair.Label);
        var all = held.Count(pair => pair.Label);
        lock (log)
        {
            log.WriteLine(FormattableString.Invariant(
                $"{question,-16} examples {held.Count}, positive {all}, held-out precision {right / Math.Max(1.0, yes.Count):F3}, recall {right / Math.Max(1.0, all):F3}, F1 {2.0 * right / Math.Max(1, yes.Count + all):F3}, threshold {calibration.Threshold:F2}"));
        }
    }
}
