using System.Globalization;

namespace Monitoring.Benchmarks.Index;

/// <summary>Reads the memory of this process that no file backs (RssAnon), now and at its highest; Linux alone tells it.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Timer _timer;
    private long _peak;

    public MemoryWatch() => _timer = new(_ => Look(), null, 0, 200);

    public void Print(string after)
    {
        var now = Look();
        Console.WriteLine($"memory after {after}: {now / 1e3:N0} MB RssAnon, peak {Interlocked.Exchange(ref _peak, 0) / 1e3:N0} MB, managed {GC.GetTotalMemory(false) / 1e6:N0} MB");
    }

    public void Dispose() => _timer.Dispose();

    private long Look()
    {
        var line = File.Exists("/proc/self/status") ? File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("RssAnon:", StringComparison.Ordinal)) : null;
        var now = line is null ? 0 : long.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        _peak = Math.Max(_peak, now);

        return now;
    }
}
