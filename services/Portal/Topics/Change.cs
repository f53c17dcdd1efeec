namespace Monitoring.Portal.Topics;

/// <summary>Attention now against before, as parts of all articles, so that more feeds do not look like more attention.</summary>
/// <param name="Now">Articles of the topic now.</param>
/// <param name="AllNow">All articles now.</param>
/// <param name="Before">Articles of the topic before.</param>
/// <param name="AllBefore">All articles before.</param>
public sealed record Change(long Now, long AllNow, long Before, long AllBefore)
{
    /// <summary>Articles that there would be now, had attention stayed.</summary>
    public double Expected => AllBefore == 0 ? 0 : (double)Before / AllBefore * AllNow;

    /// <summary>Relative change: 0.4 is 40 % more; null when there was nothing before.</summary>
    public double? Relative => Expected > 0 ? (Now / Expected) - 1 : null;

    /// <summary>How far it is from chance: distance in standard deviations of a count.</summary>
    public double Surprise => (Now - Expected) / Math.Sqrt(Expected + 1);
}
