using System.Diagnostics;
using Monitoring.Classifier.Tagging;
using Monitoring.Classifier.Training;

namespace Monitoring.Benchmarks.Classifier;

/// <summary>How fast one core tags articles in batches, how long a single one takes, and what the process needs.</summary>
internal static class TaggingBenchmark
{
    private const int BatchSize = 256;
    private const int WarmUp = 2_000;

    /// <param name="args">Number of articles, 20,000 unless told.</param>
    /// <param name="cancel">Stops between batches.</param>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        var count = args.Length > 0 ? int.Parse(args[0], null) : 20_000;
        var started = Stopwatch.GetTimestamp();
        var tagger = Taggers.Create(file: null);
        var load = Stopwatch.GetElapsedTime(started);
        var items = Repository.Batches(Repository.Root());
        for (var index = 0; index < WarmUp; index++)
        {
            Tag(tagger, items[index % items.Count]);
        }

        var times = new double[count];
        started = Stopwatch.GetTimestamp();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        for (var index = 0; index < count; index++)
        {
            if (index % BatchSize == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            var one = Stopwatch.GetTimestamp();
            Tag(tagger, items[index % items.Count]);
            times[index] = Stopwatch.GetElapsedTime(one).TotalMilliseconds;
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        var used = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Array.Sort(times);
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"""
            load                 {load.TotalMilliseconds:F0} ms
            articles             {count:N0} of {items.Average(item => item.Title.Length + item.Summary.Length):F0} letters on average, batches of {BatchSize}
            per second           {count / elapsed.TotalSeconds:N0} by the clock, {count / used.TotalSeconds:N0} by processor time
            single article       p50 {times[count / 2]:F2} ms, p99 {times[count * 99 / 100]:F2} ms, longest {times[^1]:F1} ms
            memory               {Environment.WorkingSet / 1e6:N0} MB working set, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:N0} MB managed
            """).AsMemory(), cancel);
        return 0;
    }

    private static void Tag(Tagger tagger, TrainingItem item) => tagger.Tag(item.Title, item.Summary, item.Lang);
}
