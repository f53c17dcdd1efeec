using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Monitoring.Benchmarks.Feeds;

/// <summary>All hosts in a process of its own; it watches how politely it is asked.</summary>
internal static class Publisher
{
    private const int Items = 10;
    private static readonly ConcurrentDictionary<string, Visits> s_hosts = new();

    public static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        var round = Round.Read(args);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            foreach (var address in round.Addresses)
            {
                kestrel.Listen(address, round.Port);
            }
        });
        var app = builder.Build();
        app.MapGet("/feed/{number:int}", async (int number, HttpContext context) =>
        {
            using var visit = s_hosts.GetOrAdd(context.Connection.LocalIpAddress!.ToString(), _ => new Visits()).Begin();
            context.Response.ContentType = "application/rss+xml";
            await context.Response.Body.WriteAsync(Feed(number), context.RequestAborted);
        });
        app.MapGet("/robots.txt", (HttpContext context) =>
        {
            using var visit = s_hosts.GetOrAdd(context.Connection.LocalIpAddress!.ToString(), _ => new Visits()).Begin();
            return Results.NotFound();
        });
        app.MapGet("/report", () => string.Create(
            CultureInfo.InvariantCulture,
            $"{s_hosts.Values.Sum(host => host.Count)} requests, at most {s_hosts.Values.Max(host => host.MostAtOnce)} at once per host, shortest pause {s_hosts.Values.Min(host => host.ShortestPause).TotalMilliseconds:0} ms"));
        app.MapPost("/reset", s_hosts.Clear);
        app.MapPost("/stop", () => app.Lifetime.StopApplication());
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static byte[] Feed(int number)
    {
        var text = new StringBuilder($"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed {number}</title><link>https://example.org/{number}</link>");
        for (var item = 0; item < Items; item++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                <item><title>Ministry number {number} opens cluster {item}</title><link>https://example.org/{number}/{item}</link><guid>{number}-{item}</guid>
                <pubDate>Mon, 02 Mar 2026 07:{item:00}:00 GMT</pubDate><description>&lt;p&gt;The ministry says that cluster {item} of programme {number} will serve
                universities from spring, with 4,000 accelerators and a &lt;a href="https://example.org/budget"&gt;budget&lt;/a&gt; of 120 million.&lt;/p&gt;</description></item>
                """);
        }

        return Encoding.UTF8.GetBytes(text.Append("</channel></rss>").ToString());
    }

    private sealed class Visits
    {
        private readonly Lock _lock = new();
        private int _now;
        private long _ended;

        public int Count { get; private set; }

        public int MostAtOnce { get; private set; }

        public TimeSpan ShortestPause { get; private set; } = TimeSpan.MaxValue;

        public IDisposable Begin()
        {
            lock (_lock)
            {
                Count++;
                MostAtOnce = Math.Max(MostAtOnce, ++_now);
                var pause = _ended == 0 ? TimeSpan.MaxValue : Stopwatch.GetElapsedTime(_ended);
                ShortestPause = pause < ShortestPause ? pause : ShortestPause;
            }

            return new End(this);
        }

        private sealed class End(Visits visits) : IDisposable
        {
            public void Dispose()
            {
                lock (visits._lock)
                {
                    visits._now--;
                    visits._ended = Stopwatch.GetTimestamp();
                }
            }
        }
    }
}
