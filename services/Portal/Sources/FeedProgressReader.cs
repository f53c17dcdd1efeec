using System.Data.Common;
using Monitoring.ArticleIndex;

namespace Monitoring.Portal.Sources;

/// <summary>How far the first reading of the feeds has come.</summary>
/// <param name="State">What to say about it.</param>
/// <param name="Asked">Feeds asked so far.</param>
public sealed record FeedProgress(FeedProgressState State, long Asked)
{
    /// <summary>Whether the first articles are to be expected any moment.</summary>
    public bool IsUnderWay => State is FeedProgressState.NotBegun or FeedProgressState.Reading;
}

/// <summary>Where an installation stands before there is something to read.</summary>
public enum FeedProgressState
{
    /// <summary>No feed has been asked yet.</summary>
    NotBegun,

    /// <summary>Feeds are being asked for the first time.</summary>
    Reading,

    /// <summary>Feeds were asked and none could be reached, and there is no article.</summary>
    Unreachable,

    /// <summary>Feeds were read, but nothing in them is about sovereign AI.</summary>
    NothingRelevant,
}

/// <summary>Says why an installation shows little or nothing.</summary>
internal sealed partial class FeedProgressReader(SourceStore sources, UnaskedFeeds unasked, IArticleSearch index, TimeProvider clock, ILogger<FeedProgressReader> log)
{
    private static readonly TimeSpan s_stillReading = TimeSpan.FromMinutes(2);

    /// <param name="found">Articles that the page shows; only an empty page asks for reasons.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<FeedProgress?> ReadAsync(long found, CancellationToken cancel)
    {
        try
        {
            var summary = await sources.SummaryAsync(cancel);
            return await JudgeAsync(summary, found, cancel);
        }
        catch (DbException failure)
        {
            // The page can do without.
            LogUnknown(failure.Message);
            return null;
        }
    }

    private async Task<FeedProgress?> JudgeAsync(SourceSummary summary, long found, CancellationToken cancel)
    {
        var isReading = summary.LastFirstPolledAt is { } last && clock.GetUtcNow() - last < s_stillReading && await unasked.AnyAsync(cancel);
        if (found > 0 || await index.CountAsync(new SearchRequest(), cancel) > 0)
        {
            return isReading ? new(FeedProgressState.Reading, summary.Asked) : null;
        }

        if (summary.Asked == 0)
        {
            return new(FeedProgressState.NotBegun, 0);
        }

        if (summary.Reached == 0 && await index.CountAsync(new SearchRequest { IncludeIrrelevant = true }, cancel) == 0)
        {
            return new(FeedProgressState.Unreachable, summary.Asked);
        }

        return new(isReading ? FeedProgressState.Reading : FeedProgressState.NothingRelevant, summary.Asked);
    }

    [LoggerMessage(LogLevel.Warning, "The list of sources cannot be read: {Reason}")]
    private partial void LogUnknown(string reason);
}
