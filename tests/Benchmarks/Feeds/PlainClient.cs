using System.Diagnostics;

namespace Monitoring.Benchmarks.Feeds;

/// <summary>The peer: HttpClient over the same bodies with the same pause, reading and keeping nothing.</summary>
internal static class PlainClient
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        var round = Round.Read(args);
        using var http = new HttpClient();
        var watch = Stopwatch.StartNew();
        long bytes = 0;
        await Task.WhenAll(Enumerable.Range(0, round.Hosts).Select(async host =>
        {
            for (var feed = host; feed < round.Feeds; feed += round.Hosts)
            {
                Interlocked.Add(ref bytes, (await http.GetByteArrayAsync(round.Address(feed), cancel)).Length);
                await Task.Delay(round.Pause, cancel);
            }
        }));
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"plain HttpClient: {round.Feeds:N0} bodies, {bytes / 1e6:N0} MB, in {watch.Elapsed.TotalSeconds:N1} s, CPU {process.TotalProcessorTime.TotalSeconds:N1} s, peak memory {process.PeakWorkingSet64 / 1e6:N0} MB");
        return 0;
    }
}
