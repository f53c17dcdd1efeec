namespace Monitoring.Classifier.Training;

/// <summary>
/// How much more often a feature stands in the texts of one answer than in the others', as logarithms: features that tell answers apart
/// start with a larger step and are held back less. (Wang and Manning, Baselines and Bigrams, ACL 2012.)
/// </summary>
internal static class Ratios
{
    private const double Smoothing = 0.5;

    public static float[] Of(int dimensions, IReadOnlyList<(SparseRow Row, bool Label)> examples, float strength)
    {
        var counts = new double[2][];
        counts[0] = new double[dimensions];
        counts[1] = new double[dimensions];
        var totals = new double[2];
        foreach (var (row, label) in examples)
        {
            var side = label ? 1 : 0;
            totals[side]++;
            foreach (var column in row.Columns)
            {
                counts[side][column]++;
            }
        }

        var scale = new float[dimensions];
        for (var column = 0; column < dimensions; column++)
        {
            var yes = (counts[1][column] + Smoothing) / (totals[1] + 1);
            var no = (counts[0][column] + Smoothing) / (totals[0] + 1);
            scale[column] = (float)((1 - strength) + (strength * Math.Abs(Math.Log(yes / no))));
        }

        return scale;
    }
}
