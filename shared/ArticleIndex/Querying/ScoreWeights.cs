namespace Monitoring.ArticleIndex.Querying;

/// <summary>What a found word counts, by where and how it is found; the same for both engines.</summary>
internal static class ScoreWeights
{
    public const float Title = 4;
    public const float TitleStem = 3;
    public const float Text = 1;
    public const float TextStem = 0.8f;

    /// <summary>Part of the score that does not fade with age.</summary>
    public const double Lasting = 0.3;
}
