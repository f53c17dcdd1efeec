namespace Monitoring.Classifier.Linear;

/// <summary>Turns a logit into a probability that means what it says, and says from where on the answer is yes.</summary>
/// <param name="Slope">Platt's slope.</param>
/// <param name="Intercept">Platt's intercept.</param>
/// <param name="Threshold">Probability from which the answer is yes.</param>
internal sealed record Calibration(float Slope, float Intercept, float Threshold)
{
    public float Probability(float logit) => 1f / (1f + MathF.Exp(-((Slope * logit) + Intercept)));

    /// <summary>Probability over its opposite.</summary>
    public float Odds(float logit) => MathF.Exp((Slope * logit) + Intercept);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Slope);
        writer.Write(Intercept);
        writer.Write(Threshold);
    }

    public static Calibration Read(BinaryReader reader) => new(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());

    /// <summary>Platt's method by Newton steps, over logits that the model gave for texts it had not seen.</summary>
    public static Calibration Fit(IReadOnlyList<(float Logit, bool Label, float Weight)> held, float threshold = 0.5f)
    {
        double slope = 1, intercept = 0;
        for (var step = 0; step < 50; step++)
        {
            // A weak pull towards the identity keeps few examples from making a step function.
            double gradientSlope = slope - 1, gradientIntercept = 0, hessianSlope = 1, hessianIntercept = 1e-6, hessianBoth = 0;
            foreach (var (logit, label, weight) in held)
            {
                var probability = 1 / (1 + Math.Exp(-((slope * logit) + intercept)));
                var error = weight * (probability - (label ? 1 : 0));
                var curve = weight * probability * (1 - probability);
                gradientSlope += error * logit;
                gradientIntercept += error;
                hessianSlope += curve * logit * logit;
                hessianIntercept += curve;
                hessianBoth += curve * logit;
            }

            var determinant = (hessianSlope * hessianIntercept) - (hessianBoth * hessianBoth);
            slope -= ((hessianIntercept * gradientSlope) - (hessianBoth * gradientIntercept)) / determinant;
            intercept -= ((hessianSlope * gradientIntercept) - (hessianBoth * gradientSlope)) / determinant;
        }

        return new((float)slope, (float)intercept, threshold);
    }

    /// <summary>The same calibration with the threshold that gives the best F-measure on held-out examples.</summary>
    /// <param name="held">Held-out logits and labels.</param>
    /// <param name="beta">1 weighs precision and recall alike; below 1 prefers precision.</param>
    public Calibration WithBestThreshold(IReadOnlyList<(float Logit, bool Label, float Weight)> held, double beta)
    {
        var ordered = held.OrderByDescending(pair => pair.Logit).ToList();
        double positives = held.Sum(each => each.Label ? each.Weight : 0);
        var (best, threshold) = (-1.0, Threshold);
        var (found, answered) = (0.0, 0.0);
        for (var index = 0; index < ordered.Count; index++)
        {
            answered += ordered[index].Weight;
            found += ordered[index].Label ? ordered[index].Weight : 0;
            var measure = (1 + (beta * beta)) * found / ((beta * beta * positives) + answered);
            if (measure > best)
            {
                best = measure;
                var next = index + 1 < ordered.Count ? ordered[index + 1].Logit : ordered[index].Logit - 0.1f;
                threshold = Probability((ordered[index].Logit + next) / 2);
            }
        }

        return this with { Threshold = threshold };
    }
}
