using Microsoft.Extensions.Time.Testing;
using Monitoring.FeedIngestor.Articles.Pages;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Tests.Hostile;
using Monitoring.FeedIngestor.Tests.Polling;

namespace Monitoring.FeedIngestor.Tests.Articles;

public sealed class PageReaderTests
{
    private readonly FakeTimeProvider _clock = new(TestArticles.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_marked_for_full_text_publishes_the_text_of_the_page()
    {
        await using var server = new HostileServer(connection => connection.Path == "/story"
            ? connection.AnswerAsync(Page(), "Content-Type: text/html; charset=utf-8\r\n")
            : connection.AnswerAsync(Feed(connection.Server)));
        await using var poller = await FullTextPollerAsync(server);

        var polled = await poller.PollDueAsync(Cancel);
        var ready = await ReadAsync(poller);

        Assert.Empty(polled.ToPublish);
        Assert.Contains("paragraph number 7", ready.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("script", ready.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_the_feed_is_kept_when_the_page_refuses()
    {
        await using var server = new HostileServer(connection => connection.Path == "/story"
            ? connection.AnswerAsync("No", status: "403 Forbidden")
            : connection.AnswerAsync(Feed(connection.Server)));
        await using var poller = await FullTextPollerAsync(server);

        await poller.PollDueAsync(Cancel);

        Assert.Equal("A short summary.", (await ReadAsync(poller)).Text);
    }

    [Fact]
    public async Task The_next_poll_does_not_take_the_feeds_shorter_text_for_an_edit()
    {
        await using var server = new HostileServer(connection => connection.Path == "/story"
            ? connection.AnswerAsync(Page(), "Content-Type: text/html\r\n")
            : connection.AnswerAsync(Feed(connection.Server) + $"<!-- {connection.Server.Accepted} -->"));
        await using var poller = await FullTextPollerAsync(server);
        await poller.PollDueAsync(Cancel);
        await ReadAsync(poller);

        _clock.Advance(TimeSpan.FromDays(1));
        var polled = await poller.PollDueAsync(Cancel);

        Assert.Equal((1, 0), (polled.Polled.Items, polled.Polled.NewItems));
    }

    private async Task<TestPoller> FullTextPollerAsync(HostileServer server)
    {
        var poller = await TestPoller.CreateAsync(server.Authority, Cancel, _clock);
        await poller.Feeds.AddAsync([new OpmlFeed { Address = server.Address().AbsoluteUri, Title = "Gazette", FullText = true }], Cancel);
        return poller;
    }

    private async Task<Monitoring.Contracts.Article> ReadAsync(TestPoller poller)
    {
        var store = new PageStore(poller.Database, _clock);
        var awaited = Assert.Single(await store.TakeAsync(10, Cancel));
        var ready = await new PageReader(poller.Polite, poller.Visits).ReadAsync(awaited, Cancel);
        Assert.True(await store.ConcludeAsync(awaited.Article, ready, Cancel));
        Assert.Empty(await store.TakeAsync(10, Cancel));
        return ready;
    }

    private static string Feed(HostileServer server) =>
        $"<rss version=\"2.0\"><channel><title>Gazette</title><item><title>A story</title><link>{server.Address("/story")}</link><description>A short summary.</description></item></channel></rss>";

    private static string Page() =>
        $"<html><head><title>A story</title></head><body><nav>Menu</nav><article><h1>A story</h1>{string.Concat(Enumerable.Range(0, 12).Select(each =>
            $"<p>This is paragraph number {each} of a story that is long enough, with commas, clauses, and sentences, to be taken for the article itself.</p>"))}<script>alert(1)</script></article></body></html>";
}
