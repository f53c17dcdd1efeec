namespace Monitoring.FeedIngestor.Polling;

/// <summary>
/// One errand on the network: holds the turn of one host at a time, from request to request and from redirect to redirect, and keeps
/// the pause between two requests to the same host. Disposing it ends the turn.
/// </summary>
internal sealed class Visit(HostStore hosts, TimeSpan pause, TimeProvider clock, string? leased = null) : IAsyncDisposable
{
    /// <summary>The end of a turn whose process died: beyond the longest visit and its last request.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan s_longestVisit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromMilliseconds(200);
    private string? _held = leased;
    private readonly DateTimeOffset _until = clock.GetUtcNow() + s_longestVisit;
    private bool _asked;
    private DateTimeOffset _notBefore;

    /// <summary>The refusal was about this moment, not about the address.</summary>
    public bool WasBusy { get; private set; }

    /// <summary>Waits for the turn of the address's host; answers null, or why it did not come.</summary>
    public async Task<string?> EnterAsync(Uri address, CancellationToken cancel)
    {
        if (clock.GetUtcNow() > _until)
        {
            WasBusy = true;
            return $"The visit took longer than {s_longestVisit.TotalMinutes:0} minutes.";
        }

        var host = HostName.Of(address.AbsoluteUri);
        if (host == _held)
        {
            if (_asked && pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, clock, cancel);
            }

            _asked = true;
            return null;
        }

        // Never two hosts at once: two errands that redirect to each other's host would wait for ever.
        await LeaveAsync(cancel);
        var until = clock.GetUtcNow() + s_longestWait;
        while (!await hosts.TryTakeAsync(host, Lease, cancel))
        {
            if (clock.GetUtcNow() >= until)
            {
                WasBusy = true;
                return $"{host} was busy with other requests for {s_longestWait.TotalSeconds:0} s.";
            }

            await Task.Delay(s_lookAgain, clock, cancel);
        }

        (_held, _asked) = (host, true);
        return null;
    }

    /// <summary>The server asked for time: the host's next turn is not before this.</summary>
    public void Pause(DateTimeOffset notBefore) => _notBefore = notBefore;

    public async ValueTask DisposeAsync() => await LeaveAsync(CancellationToken.None);

    private async Task LeaveAsync(CancellationToken cancel)
    {
        if (_held is not { } host)
        {
            return;
        }

        var free = clock.GetUtcNow() + (_asked ? pause : TimeSpan.Zero);
        await hosts.ReleaseAsync(host, free > _notBefore ? free : _notBefore, cancel);
        (_held, _asked, _notBefore) = (null, false, default);
    }
}
