namespace Monitoring.EndToEnd.Tests;

/// <summary>Precision and recall over all tags of all articles.</summary>
internal sealed record Score(int Right, int Wrong, int Missing)
{
    public double Precision => (double)Right / Math.Max(1, Right + Wrong);

    public double Recall => (double)Right / Math.Max(1, Right + Missing);

    public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);

    public static Score Of(IEnumerable<(IReadOnlySet<string> Expected, IReadOnlySet<string> Actual)> pairs) =>
        pairs.Aggregate(new Score(0, 0, 0), (sum, pair) => new Score(
            sum.Right + pair.Actual.Count(pair.Expected.Contains),
            sum.Wrong + pair.Actual.Count(tag => !pair.Expected.Contains(tag)),
            sum.Missing + pair.Expected.Count(tag => !pair.Actual.Contains(tag))));

    public override string ToString() => FormattableString.Invariant($"P {Precision:0.00} R {Recall:0.00} F1 {F1:0.00} (right {Right}, wrong {Wrong}, missing {Missing})");
}
