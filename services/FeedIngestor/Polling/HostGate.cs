using System.Collections.Concurrent;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>Lets one request at a time through to a host, with a pause between two.</summary>
internal sealed class HostGate(TimeSpan pause, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Turn> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn; disposing the answer ends it.</summary>
    public async Task<IDisposable> EnterAsync(string address, CancellationToken cancel)
    {
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Authority : address;
        var turn = _hosts.GetOrAdd(host, _ => new Turn(clock));
        await turn.Gate.WaitAsync(cancel);
        try
        {
            var wait = turn.FreeAt - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancel);
            }

            return new Exit(turn, pause);
        }
        catch
        {
            turn.Gate.Release();
            throw;
        }
    }

    private sealed class Turn(TimeProvider clock)
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset FreeAt { get; private set; }

        public void End(TimeSpan pause)
        {
            FreeAt = clock.GetUtcNow() + pause;
            Gate.Release();
        }
    }

    private sealed class Exit(Turn turn, TimeSpan pause) : IDisposable
    {
        public void Dispose() => turn.End(pause);
    }
}
