namespace Monitoring.FeedIngestor.Articles;

/// <summary>
/// When an article that no search finds yet is published again: after 15 minutes, doubling up to a day, five times; then it is
/// stuck and shown to the operator.
/// </summary>
internal sealed class RepublishRule
{
    public static readonly TimeSpan First = TimeSpan.FromMinutes(15);

    private const int Most = 5;
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(24);

    public bool IsStuck(int attempts) => attempts >= Most;

    /// <summary>The row of an article that is taken for its next attempt.</summary>
    public object Next(string articleId, int attempts, DateTimeOffset now)
    {
        var stuck = IsStuck(attempts);
        var wait = First * Math.Pow(2, attempts + 1);
        return new
        {
            articleId,
            attempts = attempts + 1,
            next = now + (wait < s_longest ? wait : s_longest),
            state = stuck ? ArticleState.Stuck : ArticleState.Pending,
            problem = stuck ? $"Published {Most + 1} times and never indexed." : null,
        };
    }
}
