namespace Monitoring.Classifier.Training;

/// <summary>Refuses a model that is worse than the last in any class by more than chance explains.</summary>
internal static class Gate
{
    // Below this nobody notices; a class of few examples moves further by luck alone, hence the standard errors.
    private const double LeastMargin = 0.03;
    private const double StandardErrors = 2;

    /// <summary>One sentence per class that got worse; empty lets the model pass. Classes that the last model did not know pass.</summary>
    public static IReadOnlyList<string> Complaints(IReadOnlyList<Measure> last, IReadOnlyList<Measure> next) =>
    [
        .. from before in last
           join after in next on before.Name equals after.Name
           where after.F1 < before.F1 - Margin(before, after)
           select FormattableString.Invariant($"{before.Name}: held-out F1 fell from {before.F1:F3} to {after.F1:F3}, margin {Margin(before, after):F3}"),
    ];

    private static double Margin(Measure before, Measure after)
    {
        var share = (before.F1 + after.F1) / 2;
        return Math.Max(LeastMargin, StandardErrors * Math.Sqrt(share * (1 - share) / Math.Max(1, Math.Min(before.Meant, after.Meant))));
    }
}
