using Microsoft.Extensions.Time.Testing;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Tests.Articles;
using Monitoring.FeedIngestor.Tests.Hostile;
using Monitoring.FeedIngestor.Tests.Polling;

namespace Monitoring.FeedIngestor.Tests.Fetching;

public sealed class PolitenessTests
{
    private readonly FakeTimeProvider _clock = new(TestArticles.Now);
    private readonly List<string> _requests = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_robots_txt_forbids_is_not_asked_for_and_the_feed_says_so()
    {
        await using var server = Server(connection => connection.AnswerAsync(connection.Path == "/robots.txt" ? "User-agent: *\nDisallow: /feed" : HostileCases.Feed));
        await using var poller = await TestPoller.CreateAsync(server.Authority, Cancel, _clock, robots: true);
        await poller.AddAsync(Cancel, server.Address());

        var outcome = await poller.PollDueAsync(Cancel);

        Assert.Equal(FeedHealth.Blocked, outcome.Polled.Health);
        Assert.Contains("robots.txt", outcome.Polled.Problem, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt"], _requests);
    }

    [Fact]
    public async Task Robots_txt_is_asked_for_once_a_day()
    {
        await using var server = Server(connection => connection.AnswerAsync(connection.Path == "/robots.txt" ? "" : HostileCases.Feed));
        await using var poller = await TestPoller.CreateAsync(server.Authority, Cancel, _clock, robots: true);
        await poller.AddAsync(Cancel, server.Address("/1"), server.Address("/2"), server.Address("/3"));

        await poller.PollDueAsync(Cancel);
        await poller.PollDueAsync(Cancel);
        _clock.Advance(TimeSpan.FromHours(24));
        await poller.PollDueAsync(Cancel);

        Assert.Equal(2, _requests.Count(path => path == "/robots.txt"));
    }

    [Fact]
    public async Task A_robots_txt_that_answers_with_an_error_of_the_server_forbids_everything_for_now()
    {
        await using var server = Server(connection => connection.AnswerAsync("", status: "503 Busy"));
        await using var poller = await TestPoller.CreateAsync(server.Authority, Cancel, _clock, robots: true);
        await poller.AddAsync(Cancel, server.Address());

        var outcome = await poller.PollDueAsync(Cancel);

        Assert.Equal((FeedHealth.Failing, "robots.txt could not be read: the server answered 503."), (outcome.Polled.Health, outcome.Polled.Problem));
    }

    [Fact]
    public async Task A_redirect_to_another_host_waits_for_that_hosts_turn_and_asks_its_robots_txt()
    {
        await using var target = Server(connection => connection.AnswerAsync(connection.Path == "/robots.txt" ? "User-agent: *\nDisallow: /" : HostileCases.Feed));
        await using var server = new HostileServer(connection => connection.Path == "/robots.txt"
            ? connection.AnswerAsync("")
            : connection.RedirectAsync(target.Address().AbsoluteUri));
        await using var poller = await TestPoller.CreateAsync($"{server.Authority},{target.Authority}", Cancel, _clock, robots: true);
        await poller.AddAsync(Cancel, server.Address());

        var outcome = await poller.PollDueAsync(Cancel);

        Assert.Equal(FeedHealth.Blocked, outcome.Polled.Health);
        Assert.Equal(["/robots.txt"], _requests);
    }

    [Fact]
    public async Task A_server_that_denies_its_news_is_found_out_and_nothing_is_missed_afterwards()
    {
        var item = 1;
        await using var server = new HostileServer(connection => connection.IsConditional
            ? connection.AnswerAsync("", "ETag: \"same\"\r\n", "304 Not Modified")
            : connection.AnswerAsync(HostileCases.Feed.Replace("/1<", $"/{item}<", StringComparison.Ordinal), "ETag: \"same\"\r\n"));
        await using var poller = await TestPoller.CreateAsync(server.Authority, Cancel, _clock);
        await poller.AddAsync(Cancel, server.Address());
        await poller.PollDueAsync(Cancel);

        var found = new List<int>();
        for (item = 2; item < 20; item++)
        {
            _clock.Advance(TimeSpan.FromHours(25));
            found.Add((await poller.PollDueAsync(Cancel)).ToPublish.Count);
        }

        Assert.Contains(0, found[..5]);
        Assert.DoesNotContain(0, found[5..]);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_retired_and_its_host_is_not_asked_again()
    {
        await using var server = Server(connection => connection.AnswerAsync("", status: "410 Gone"));
        await using var poller = await TestPoller.CreateAsync(server.Authority, Cancel, _clock);
        await poller.AddAsync(Cancel, server.Address());

        await poller.PollDueAsync(Cancel);
        _clock.Advance(TimeSpan.FromDays(30));

        Assert.Empty(await poller.Feeds.LeaseDueAsync(1, TimeSpan.FromMinutes(5), Cancel));
    }

    [Fact]
    public async Task A_feed_that_moved_is_polled_at_its_new_address()
    {
        await using var server = Server(connection => connection.Path == "/old" ? connection.RedirectAsync("/new", "301 Moved Permanently") : connection.AnswerAsync(HostileCases.Feed));
        await using var poller = await TestPoller.CreateAsync(server.Authority, Cancel, _clock);
        await poller.AddAsync(Cancel, server.Address("/old"));

        for (var round = 0; round < 4; round++)
        {
            await poller.PollDueAsync(Cancel);
            _clock.Advance(TimeSpan.FromDays(2));
        }

        Assert.Equal(["/old", "/new", "/old", "/new", "/old", "/new", "/new"], _requests);
    }

    [Fact]
    public async Task A_feed_that_moved_to_the_address_of_another_is_retired()
    {
        await using var server = new HostileServer(connection => connection.Path == "/old" ? connection.RedirectAsync("/new", "308 Permanent Redirect") : connection.AnswerAsync(HostileCases.Feed));
        await using var poller = await TestPoller.CreateAsync(server.Authority, Cancel, _clock);
        await poller.AddAsync(Cancel, server.Address("/old"), server.Address("/new"));

        var healths = new List<string>();
        for (var round = 0; round < 8; round++)
        {
            var due = await poller.Feeds.LeaseDueAsync(1, TimeSpan.FromMinutes(5), Cancel);
            healths.AddRange((await Task.WhenAll(due.Select(feed => poller.PollAsync(feed, Cancel)))).Where(each => each.Polled.NextPollAt is null).Select(each => each.Polled.Health));
            _clock.Advance(TimeSpan.FromDays(2));
        }

        Assert.Equal([FeedHealth.Moved], healths);
    }

    private HostileServer Server(Func<HostileConnection, Task> answer) => new(connection =>
    {
        lock (_requests)
        {
            _requests.Add(connection.Path);
        }

        return answer(connection);
    });
}
