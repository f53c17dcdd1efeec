using System.Diagnostics;
using Monitoring.Contracts;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Tests.Polling;

namespace Monitoring.FeedIngestor.Tests.Hostile;

public sealed class HostilePollTests
{
    private const int GoodFeeds = 10;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_hostile_server_leaves_a_recorded_outcome_and_delays_no_other_feed()
    {
        var cases = HostileCases.All.Concat(RedirectCases.All).ToDictionary();
        var servers = cases.ToDictionary(each => each.Key, each => new HostileServer(each.Value.Answer));
        await using var good = new HostileServer(connection => connection.AnswerAsync(HostileCases.Feed));
        await using var poller = await TestPoller.CreateAsync(string.Join(',', servers.Values.Append(good).Select(server => server.Authority)), Cancel, timeout: TimeSpan.FromSeconds(8));
        await poller.AddAsync(Cancel, cases.Select(each => Address(servers[each.Key], each.Value)));
        await poller.AddAsync(Cancel, Enumerable.Range(0, GoodFeeds).Select(each => good.Address($"/{each}")));
        var watch = Stopwatch.StartNew();

        var polled = await PollAllAsync(poller, cases.Count + GoodFeeds);

        var slowestGood = polled.Where(each => each.Polled.Address.StartsWith(good.Address("/").AbsoluteUri, StringComparison.Ordinal)).Max(each => each.At);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, s_limit);
        Assert.True(slowestGood < watch.Elapsed * 0.75, $"The last good feed was read after {slowestGood}, the last hostile one after {watch.Elapsed}.");
        Assert.All(polled, each => Assert.True(each.Polled.Health != FeedHealth.New && (each.Polled.Health == FeedHealth.Healthy || each.Polled.Problem is { Length: > 0 }), each.Polled.Address));
        foreach (var server in servers.Values)
        {
            await server.DisposeAsync();
        }
    }

    private static Uri Address(HostileServer server, HostileCase hostile) =>
        hostile.Secure ? new UriBuilder(server.Address()) { Scheme = "https" }.Uri : server.Address();

    private static async Task<List<(FeedPolled Polled, TimeSpan At)>> PollAllAsync(TestPoller poller, int feeds)
    {
        var watch = Stopwatch.StartNew();
        var running = new List<Task<(FeedPolled, TimeSpan)>>();
        while (running.Count < feeds)
        {
            running.AddRange((await poller.Feeds.LeaseDueAsync(256, TimeSpan.FromMinutes(5), Cancel)).Select(PollAsync));
            Assert.True(watch.Elapsed < s_limit, $"Only {running.Count} of {feeds} feeds were polled.");
            await Task.Delay(20, Cancel);
        }

        return [.. await Task.WhenAll(running)];

        async Task<(FeedPolled, TimeSpan)> PollAsync(Feed feed)
        {
            var outcome = await poller.PollAsync(feed, Cancel);
            return (outcome.Polled, watch.Elapsed);
        }
    }
}
