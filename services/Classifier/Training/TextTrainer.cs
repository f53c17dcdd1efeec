using Monitoring.Classifier.Linear;
using Monitoring.Classifier.Themes;

namespace Monitoring.Classifier.Training;

/// <summary>Trains relevance and the 13 themes over one set of features.</summary>
internal sealed class TextTrainer(TrainingLog log)
{
    // Chosen by cross-validation over batches.
    private const float RelevanceL2 = 0.15f;
    private const float ThemeL2 = 0.2f;
    private const float RelevanceRatio = 0.5f;
    private const float ThemeRatio = 1;

    // Feeds bring about fifty articles for one that is relevant: a wrong tag costs more than a missing one.
    private const double ArticleBeta = 0.7;
    private const double HeadlineBeta = 0.4;
    private const double ThemeBeta = 1;
    private const float PooledShare = 0.5f;

    // Logit of a held-out model, and what is left of the weight.
    private const float DoubtFrom = 0;
    private const float DoubtedWeight = 0.2f;

    public (LinearModel Model, IReadOnlyList<Calibration> Calibrations) Train(IReadOnlyList<TrainingItem> items, IReadOnlyList<ReadArticle> articles)
    {
        var features = articles.Select(TextFeatures.Extract).ToList();
        var space = new FeatureSpace(features, leastExamples: 2);
        var rows = features.Select(space.Row).ToList();
        string[] questions = ["relevance", .. Taxonomy.Themes.All.Select(theme => theme.Id)];
        var weights = new float[questions.Length][];
        var bias = new float[questions.Length];
        var answers = new HeldAnswers[questions.Length];
        Parallel.For(0, questions.Length, question =>
        {
            var chosen = question == 0 ? Enumerable.Range(0, items.Count).ToArray() : [.. Enumerable.Range(0, items.Count).Where(index => items[index].Relevant)];
            bool Label(int index) => question == 0 ? items[index].Relevant : items[index].Themes.Contains(questions[question]);
            var l2 = question == 0 ? RelevanceL2 : ThemeL2;
            var ratio = question == 0 ? RelevanceRatio : ThemeRatio;
            var trust = Enumerable.Repeat(1f, items.Count).ToArray();
            if (question > 0)
            {
                Doubt(trust, chosen, Held(space, rows, items, chosen, Label, _ => 1, l2, ratio), Label);
            }

            (weights[question], bias[question]) = Fit(space, rows, chosen, Label, index => trust[index], l2, ratio);
            answers[question] = new(chosen, Held(space, rows, items, chosen, Label, index => trust[index], l2, ratio), [.. chosen.Select(Label)]);
        });
        Calibration[] calibrations = [.. Calibrate(answers, articles, isHeadline: false), .. Calibrate(answers, articles, isHeadline: true)];
        Report(questions, answers, articles, calibrations);
        return (space.Pack(weights, bias), calibrations);
    }

    /// <summary>
    /// Authors name an item's chief themes and leave out others that a careful editor would add: a theme that models trained on the
    /// other authors are sure of counts little as absent.
    /// </summary>
    private static void Doubt(float[] trust, int[] chosen, float[] logits, Func<int, bool> label)
    {
        for (var place = 0; place < chosen.Length; place++)
        {
            if (!label(chosen[place]) && logits[place] > DoubtFrom)
            {
                trust[chosen[place]] = DoubtedWeight;
            }
        }
    }

    /// <summary>One calibration per question for texts of one kind: the same logit means less under a bare headline.</summary>
    private static Calibration[] Calibrate(HeldAnswers[] answers, IReadOnlyList<ReadArticle> articles, bool isHeadline)
    {
        var held = answers.Select(each => each.Of(articles, isHeadline)).ToList();
        var calibrations = held.Select((each, question) => Calibration.Fit(each).WithBestThreshold(each, question > 0 ? ThemeBeta : isHeadline ? HeadlineBeta : ArticleBeta)).ToArray();
        Pool(calibrations, held);
        return calibrations;
    }

    /// <summary>
    /// Moves each theme's threshold towards the one that is best for all themes together: few examples make a theme's own threshold
    /// a matter of luck.
    /// </summary>
    private static void Pool(Calibration[] calibrations, List<List<(float Logit, bool Label, float Weight)>> answers)
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

    private static float[] Held(
        FeatureSpace space, List<SparseRow> rows, IReadOnlyList<TrainingItem> items, int[] chosen, Func<int, bool> label, Func<int, float> weight, float l2, float ratio)
    {
        return Folds.Answer([.. chosen.Select(index => items[index].Batch)], (train, held) =>
        {
            var (weights, bias) = Fit(space, rows, [.. train.Select(index => chosen[index])], label, weight, l2, ratio);
            return [.. held.Select(index => rows[chosen[index]].Dot(weights) + bias)];
        });
    }

    private static (float[] Weights, float Bias) Fit(FeatureSpace space, List<SparseRow> rows, int[] chosen, Func<int, bool> label, Func<int, float> weight, float l2, float ratio)
    {
        var scale = Ratios.Of(space.Keys.Length, chosen.Select(index => (rows[index], label(index))).ToList(), ratio);
        var (weights, bias) = new SparseTrainer(space.Keys.Length).TrainBinary([.. chosen.Select(index => rows[index].Scaled(scale))], index => label(chosen[index]), index => weight(chosen[index]), l2);
        for (var column = 0; column < weights.Length; column++)
        {
            weights[column] *= scale[column];
        }

        return (weights, bias);
    }

    private void Report(string[] questions, HeldAnswers[] answers, IReadOnlyList<ReadArticle> articles, Calibration[] calibrations)
    {
        foreach (var isHeadline in new[] { false, true })
        {
            var kind = isHeadline ? "headline" : "article";
            var (right, said, meant) = (0, 0, 0);
            for (var question = 0; question < questions.Length; question++)
            {
                var held = answers[question].Of(articles, isHeadline);
                var calibration = calibrations[question + (isHeadline ? questions.Length : 0)];
                var yes = held.Where(pair => calibration.Probability(pair.Logit) >= calibration.Threshold).ToList();
                var counts = (Right: yes.Count(pair => pair.Label), Said: yes.Count, Meant: held.Count(pair => pair.Label));
                log.Add(new($"{kind} {questions[question]}", counts.Right, counts.Said, counts.Meant), held.Count, FormattableString.Invariant($"threshold {calibration.Threshold:F2}"));
                if (question > 0)
                {
                    (right, said, meant) = (right + counts.Right, said + counts.Said, meant + counts.Meant);
                }
            }

            log.Add(new($"{kind} themes (micro)", right, said, meant), articles.Count(article => article.IsHeadline == isHeadline), "all thresholds");
        }
    }

    /// <summary>What models that had not seen them say about examples, by index.</summary>
    private sealed record HeldAnswers(int[] Chosen, float[] Logits, bool[] Labels)
    {
        // Long texts are what feeds bring most and what carries most themes: they weigh more in the choice of thresholds.
        private const float TypicalLength = 250;
        private const float LongestWeight = 2;

        public List<(float Logit, bool Label, float Weight)> Of(IReadOnlyList<ReadArticle> articles, bool isHeadline) =>
        [
            .. Enumerable.Range(0, Chosen.Length)
                .Where(place => articles[Chosen[place]].IsHeadline == isHeadline)
                .Select(place => (Logits[place], Labels[place], isHeadline ? 1 : MathF.Min(LongestWeight, articles[Chosen[place]].Folded.Length / TypicalLength))),
        ];
    }
}
