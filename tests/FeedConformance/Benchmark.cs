using Monitoring.FeedIngestor.Parsing;
using Monitoring.FeedIngestor.Parsing.Html;

namespace Monitoring.FeedConformance;

/// <summary>
/// Measures reading and sanitising, beside CodeHollow.FeedReader alone. Counts processor time of all threads, compiler and garbage collector included, so
/// that a busy machine does not change the figure.
/// </summary>
internal static class Benchmark
{
    private const int Rounds = 25;

    public static int Run(string folder)
    {
        var bodies = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order().Select(File.ReadAllBytes).ToList();
        Console.WriteLine($"{bodies.Count} documents, {bodies.Sum(body => (long)body.Length) / 1024:N0} KB");
        Measure("reading", bodies, body => FeedReader.Read(body, null, null).Items.Count);
        Measure("reading, plain text and sanitising", bodies, ReadAndClean);
        Measure("CodeHollow.FeedReader alone", bodies, CodeHollowAlone);
        return 0;
    }

    private static void Measure(string name, List<byte[]> bodies, Func<byte[], int> read)
    {
        bodies.ForEach(body => read(body));
        var best = double.MaxValue;
        var items = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Environment.CpuUsage.TotalTime;
            items = bodies.Sum(read);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }

        Console.WriteLine($"{name,-36} {items,6:N0} items in {best * 1000,6:N0} ms: {items / best,8:N0} items/s");
    }

    private static int ReadAndClean(byte[] body)
    {
        var document = FeedReader.Read(body, null, null);
        foreach (var item in document.Items)
        {
            var html = item.Content ?? item.Summary;
            if (html is not null)
            {
                _ = PlainText.From(html);
                _ = SafeHtml.Clean(html, item.BaseAddress);
            }
        }

        return document.Items.Count;
    }

    private static int CodeHollowAlone(byte[] body)
    {
        try
        {
            return CodeHollow.FeedReader.FeedReader.ReadFromByteArray(body).Items.Count;
        }
#pragma warning disable CA1031 // The library throws what it likes on feeds that it cannot read.
        catch (Exception)
        {
            return 0;
        }
#pragma warning restore CA1031
    }
}
