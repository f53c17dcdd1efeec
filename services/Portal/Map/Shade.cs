namespace Monitoring.Portal.Map;

/// <summary>How dark a country is: five steps on a logarithmic scale, since a few countries have most articles.</summary>
internal static class Shade
{
    public const int Darkest = 5;

    /// <summary>0 for none, 1 to 5 else; the country with most has 5.</summary>
    public static int Of(long count, long most) =>
        count <= 0 ? 0 : most <= 1 ? Darkest : Math.Clamp((int)Math.Ceiling(Darkest * Math.Log(1 + count) / Math.Log(1 + most)), 1, Darkest);

    /// <summary>The least count of each step, lightest first; steps that no count reaches are left out.</summary>
    public static IReadOnlyList<(int Step, long From)> Legend(long most) =>
    [
        .. Enumerable.Range(1, Darkest).Select(step => (step, (long)Math.Floor(Math.Pow(1 + most, (step - 1) / (double)Darkest))))
            .Select(each => (each.step, From: Math.Max(1, each.Item2)))
            .Where(each => Of(each.From, most) == each.step),
    ];
}
