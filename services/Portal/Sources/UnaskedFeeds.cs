using Monitoring.Contracts;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Sources;

/// <summary>Whether there are feeds that were never asked. Remembered for some seconds: every page of a new installation wants to know.</summary>
internal sealed class UnaskedFeeds(FeedRequests feeds, TimeProvider clock)
{
    private static readonly TimeSpan s_remembered = TimeSpan.FromSeconds(10);
    private Known _last = new(DateTimeOffset.MinValue, Any: true);

    /// <summary>True also when FeedIngestor does not say.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancel)
    {
        if (clock.GetUtcNow() - _last.At < s_remembered)
        {
            return _last.Any;
        }

        try
        {
            var list = await feeds.ListAsync(new ListFeeds { Take = 1 }, cancel);
            _last = new(clock.GetUtcNow(), list.Healths.GetValueOrDefault("new") > 0);
        }
        catch (SilentServiceException)
        {
            _last = new(clock.GetUtcNow(), Any: true);
        }

        return _last.Any;
    }

    private sealed record Known(DateTimeOffset At, bool Any);
}
