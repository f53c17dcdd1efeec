using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.FeedIngestor;
using Monitoring.Hosting;
using Monitoring.Storage;

namespace Monitoring.Benchmarks.Feeds;

/// <summary>
/// Polls many feeds on many loopback hosts once, through the whole FeedIngestor: fetching, reading, cleaning, keeping. Arguments: FEEDS
/// (20000), HOSTS (500), PAUSE in seconds (1). Publishers and the plain client beside it run in processes of their own.
/// </summary>
internal static class PollingBenchmark
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(20);

    public static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        var round = Round.Read(args);
        var folder = Directory.CreateTempSubdirectory("polling-benchmark-").FullName;
        using var publisher = Start("feeds-publisher", round);
        using var http = new HttpClient { BaseAddress = round.Address(0) };
        try
        {
            await WaitAsync(http, cancel);
            await PollAsync(round, folder, cancel);
            Console.WriteLine("as the publishers saw it: " + await http.GetStringAsync("/report", cancel));
            using var reset = await http.PostAsync("/reset", null, cancel);
            using var peer = Start("feeds-peer", round);
            await peer.WaitForExitAsync(cancel);
            using var stop = await http.PostAsync("/stop", null, cancel);
            return 0;
        }
        finally
        {
            if (!publisher.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                publisher.Kill();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PollAsync(Round round, string folder, CancellationToken cancel)
    {
        await using var app = MonitoringHost.CreateSingleProcess([]).Add<FeedIngestorModule>().Build(
        [
            $"--Data:Directory={folder}", $"--Feeds:Opml={await WriteListAsync(round, folder, cancel)}", "--urls=http://127.0.0.1:0",
            $"--Outbound:Allow={string.Join(',', round.Addresses.Select(address => $"{address}:{round.Port}"))}",
            $"--Polling:HostPause={round.Pause:c}", "--Polling:Concurrency=128", "--Logging:LogLevel:Default=Warning",
        ]);
        await app.StartAsync(cancel);
        var watch = Stopwatch.StartNew();
        var database = app.Services.GetRequiredService<Database<FeedIngestorModule>>();
        var (polled, healthy, articles) = (0, 0, 0);
        while (polled < round.Feeds && watch.Elapsed < s_deadline)
        {
            await Task.Delay(500, cancel);
            await using var connection = await database.OpenAsync(cancel);
            polled = await connection.ExecuteScalarAsync<int>("select count(*) from feeds where polls > 0");
        }

        var took = watch.Elapsed;
        await using (var connection = await database.OpenAsync(cancel))
        {
            healthy = await connection.ExecuteScalarAsync<int>("select count(*) from feeds where health = 'healthy'");
            articles = await connection.ExecuteScalarAsync<int>("select count(*) from articles");
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"FeedIngestor on {database.Dialect}: {polled:N0} feeds on {round.Hosts} hosts, {healthy:N0} healthy, {articles:N0} articles kept, in {took.TotalSeconds:N1} s, CPU {process.TotalProcessorTime.TotalSeconds:N1} s, peak memory {process.PeakWorkingSet64 / 1e6:N0} MB");
        await app.StopAsync(cancel);
    }

    private static async Task<string> WriteListAsync(Round round, string folder, CancellationToken cancel)
    {
        var text = new StringBuilder("<opml version=\"2.0\"><body>");
        for (var feed = 0; feed < round.Feeds; feed++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<outline text=\"Feed {feed}\" xmlUrl=\"{round.Address(feed)}\"/>");
        }

        var file = Path.Combine(folder, "feeds.opml");
        await File.WriteAllTextAsync(file, text.Append("</body></opml>").ToString(), cancel);
        return file;
    }

    private static Process Start(string command, Round round) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Itself(), command, .. round.Arguments]))!;

    // Under "dotnet program.dll" the process is dotnet and the program its first argument.
    private static string[] Itself() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PollingBenchmark).Assembly.Location] : [];

    private static async Task WaitAsync(HttpClient http, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync("/feed/0", cancel);
                using var reset = await http.PostAsync("/reset", null, cancel);
                return;
            }
            catch (HttpRequestException) when (attempt < 60)
            {
                await Task.Delay(500, cancel);
            }
        }
    }
}
