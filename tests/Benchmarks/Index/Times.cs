using System.Diagnostics;

namespace Monitoring.Benchmarks.Index;

/// <summary>How long something took, many times, and how much of the processors: on a busy machine the second says more.</summary>
internal sealed class Times(List<double> sorted, double cpu)
{
    /// <summary>Milliseconds below which this part of all lie.</summary>
    public double Percentile(double part) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];

    public static async Task<Times> OfAsync(int rounds, Func<int, Task> run, Func<int, Task>? before = null)
    {
        var times = new List<double>();
        var used = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < rounds; i++)
        {
            await (before?.Invoke(i) ?? Task.CompletedTask);
            var watch = Stopwatch.StartNew();
            await run(i);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return new(times, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / rounds);
    }

    public void Print(string name, string found) => Console.WriteLine(
        $"{name,-24} {found,16}  p50 {Percentile(0.5),8:N1} ms  p90 {Percentile(0.9),8:N1} ms  p99 {Percentile(0.99),8:N1} ms  max {sorted[^1],8:N1} ms  processor {cpu,7:N1} ms each");
}
