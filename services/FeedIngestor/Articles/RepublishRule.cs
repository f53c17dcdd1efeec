namespace Monitoring.FeedIngestor.Articles;

/// <summary>
/// When an article that no search finds yet is published again: after 15 minutes, doubling up to a day, five times; then it is
/// stuck and shown to the operator.
/// </summary>
internal static class RepublishRule
{
    public static readonly TimeSpan First = TimeSpan.FromMinutes(15);

    private const int Most = 5;
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(24);

    public static bool IsStuck(int attempts) => attempts >= Most;

    /// <summary>What taking an article for its next attempt makes of it.</summary>
    public static Attempt Next(string articleId, int attempts, DateTimeOffset now)
    {
        var stuck = IsStuck(attempts);
        var wait = First * Math.Pow(2, attempts + 1);
        return new Attempt(
            articleId,
            attempts + 1,
            now + (wait < s_longest ? wait : s_longest),
            stuck ? ArticleState.Stuck : ArticleState.Pending,
            stuck ? $"Published {Most + 1} times and never indexed." : null);
    }
}

/// <summary>The row of an article that has been taken for publishing again.</summary>
internal sealed record Attempt(string ArticleId, int Attempts, DateTimeOffset Next, string State, string? Problem);
