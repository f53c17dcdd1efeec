namespace Monitoring.Portal.Map;

/// <summary>How dark a country is: five steps on a logarithmic scale, since a few countries have most articles.</summary>
internal static class Shade
{
    public const int Darkest = 5;

    /// <summary>0 for none, 1 for a single article, 5 for as many as the country with most has.</summary>
    public static int Of(long count, long most) =>
        count <= 0 ? 0 : most <= 1 ? 1 : Math.Clamp(1 + (int)((Darkest - 1) * Math.Log(count) / Math.Log(most)), 1, Darkest);

    /// <summary>The least count of each step, lightest first; steps that no count reaches are left out.</summary>
    public static IReadOnlyList<(int Step, long From)> Legend(long most)
    {
        var least = Enumerable.Range(1, Darkest).Select(step => (long)Math.Ceiling(Math.Pow(most, (step - 1) / (double)(Darkest - 1)))).Distinct();
        return [.. least.Select(count => (Step: Of(count, most), From: count)).DistinctBy(each => each.Step)];
    }
}
