using Monitoring.Contracts;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Tests.Hostile;
using Monitoring.Fixtures;

namespace Monitoring.FeedIngestor.Tests.Managing;

public sealed class ManagingFeedsTests : IAsyncLifetime
{
    private readonly HostileServer _publisher = new(connection => connection.Path switch
    {
        "/robots.txt" => connection.AnswerAsync("", status: "404 Not Found"),
        "/page" => connection.AnswerAsync("<html><head><link rel=alternate type='application/rss+xml' href='/discovered'></head><body>News</body></html>", "Content-Type: text/html\r\n"),
        "/choice" => connection.AnswerAsync("<html><head><link rel=alternate type='application/rss+xml' href='/one'><link rel=alternate type='application/atom+xml' href='/two'></head></html>", "Content-Type: text/html\r\n"),
        "/silent/" => connection.AnswerAsync("<html><body>No feed here</body></html>", "Content-Type: text/html\r\n"),
        "/gazette" or "/discovered" or "/one" or "/two" or "/later" => connection.AnswerAsync(HostileCases.Feed, "Content-Type: application/rss+xml\r\n"),
        _ => connection.AnswerAsync("", status: "404 Not Found"),
    });

    private IngestorHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await IngestorHost.StartAsync(_publisher, Cancel);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _publisher.DisposeAsync();
    }

    [Fact]
    public async Task A_list_says_of_every_feed_how_it_fares()
    {
        await WaitForHealthAsync(FeedHealth.Healthy);

        var list = await ListAsync(new ListFeeds());

        Assert.Equal((1, 1), (list.Total, list.Healths[FeedHealth.Healthy]));
        Assert.NotNull(Assert.Single(list.Feeds).NextPollAt);
        Assert.Empty((await ListAsync(new ListFeeds { Search = "no such feed" })).Feeds);
        Assert.Single((await ListAsync(new ListFeeds { Search = "GAZ", Health = FeedHealth.Healthy })).Feeds);
    }

    [Fact]
    public async Task A_feed_is_added_by_the_address_of_a_page_that_names_it()
    {
        var added = await AddAsync("/page");

        Assert.Equal((_publisher.Address("/discovered").AbsoluteUri, "Gazette", false), (added.Feed?.Address, added.Feed?.Title, added.WasKnown));
        Assert.True((await AddAsync("/discovered")).WasKnown);
    }

    [Fact]
    public async Task A_page_that_names_several_feeds_lets_a_person_choose()
    {
        var added = await AddAsync("/choice");

        Assert.Null(added.Feed);
        Assert.Equal([_publisher.Address("/one").AbsoluteUri, _publisher.Address("/two").AbsoluteUri], added.Candidates.Select(each => each.Address));
    }

    [Fact]
    public async Task What_cannot_be_added_is_explained()
    {
        Assert.Contains("names no feed", (await AddAsync("/silent/")).Problem, StringComparison.Ordinal);
        Assert.Contains("404", (await AddAsync("/missing")).Problem, StringComparison.Ordinal);
        Assert.Equal("This is no web address.", (await _host.AskAsync<AddFeed, FeedAdded>(new AddFeed { Address = "javascript:alert(1)" }, Cancel)).Problem);
        Assert.Contains("not a public address", (await _host.AskAsync<AddFeed, FeedAdded>(new AddFeed { Address = "http://127.0.0.1:9/" }, Cancel)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_does_not_answer_can_be_added_unchecked()
    {
        var added = await _host.AskAsync<AddFeed, FeedAdded>(new AddFeed { Address = _publisher.Address("/missing").AbsoluteUri, Unchecked = true }, Cancel);

        Assert.Equal(FeedHealth.New, added.Feed?.Health);
    }

    [Fact]
    public async Task A_paused_feed_is_not_polled_until_it_is_resumed()
    {
        var feed = await WaitForHealthAsync(FeedHealth.Healthy);

        var paused = await ChangeAsync(feed, FeedChange.Pause);
        var resumed = await ChangeAsync(feed, FeedChange.Resume);

        Assert.Equal((FeedHealth.Paused, null), (paused.Feed?.Health, paused.Feed?.NextPollAt));
        Assert.NotNull(resumed.Feed?.NextPollAt);
    }

    [Fact]
    public async Task Poll_now_polls_now()
    {
        var feed = await WaitForHealthAsync(FeedHealth.Healthy);

        await ChangeAsync(feed, FeedChange.PollNow);

        await Eventually.TrueAsync(
            async () => (await ListAsync(new ListFeeds { FeedId = feed.FeedId })).Feeds[0].PolledAt > feed.PolledAt, TimeSpan.FromSeconds(20), () => "It was not polled again.", Cancel);
    }

    [Fact]
    public async Task A_deleted_feed_is_gone_from_lists_and_comes_back_only_when_a_person_adds_it()
    {
        var feed = await WaitForHealthAsync(FeedHealth.Healthy);

        var deleted = await ChangeAsync(feed, FeedChange.Delete);
        await ImportAsync($"<opml version='2.0'><body><outline xmlUrl='{feed.Address}'/></body></opml>");
        var afterImport = await ListAsync(new ListFeeds());
        var added = await AddAsync("/gazette");

        Assert.Null(deleted.Feed);
        Assert.Empty(afterImport.Feeds);
        Assert.Equal(feed.FeedId, added.Feed?.FeedId);
    }

    [Fact]
    public async Task Settings_are_kept_and_wrong_ones_refused()
    {
        var feed = await WaitForHealthAsync(FeedHealth.Healthy);
        var settings = new FeedSettings { Title = "The Gazette", Country = "PL", Language = "pl", Kind = "newspaper", IntervalMinutes = 90, FullText = true, Trusted = true, IgnoreRobots = true, RetryAlone = true };

        var changed = await _host.AskAsync<ChangeFeedSettings, FeedChanged>(new ChangeFeedSettings { FeedId = feed.FeedId, Settings = settings }, Cancel);
        var refused = await _host.AskAsync<ChangeFeedSettings, FeedChanged>(new ChangeFeedSettings { FeedId = feed.FeedId, Settings = settings with { IntervalMinutes = 0 } }, Cancel);

        Assert.Equal(settings, changed.Feed?.Settings);
        Assert.NotNull(refused.Problem);
    }

    [Fact]
    public async Task A_list_that_was_exported_can_be_imported_again_without_loss()
    {
        const string List = """
            <?xml version="1.0" encoding="utf-16"?>
            <opml version="2.0"><body><outline text="Europe"><outline text="France &amp; friends"><outline type="rss" text="Le &lt;Desk&gt; “été”"
            xmlUrl="https://example.org/feed?a=1&amp;b=2" htmlUrl="https://example.org/" country="FR" language="fr" kind="newspaper" trusted="yes" fullText="yes" intervalMinutes="45"/>
            </outline></outline><outline text="bad" xmlUrl="ftp://example.org/x"/></body></opml>
            """;

        var first = await ImportAsync(List);
        var exported = (await _host.AskAsync<ExportFeeds, FeedsExported>(new ExportFeeds(), Cancel)).Opml;
        var again = await ImportAsync(exported);

        Assert.Single(Opml.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes((await _host.AskAsync<ExportFeeds, FeedsExported>(new ExportFeeds { Folder = "Europe" }, Cancel)).Opml)), "list"));
        Assert.Equal((1, 0, 1), (first.Added, first.Known, first.Problems.Count));
        Assert.Equal((0, 2, 0), (again.Added, again.Known, again.Problems.Count));
        var read = Opml.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(exported)), "list").Single(feed => feed.Country == "FR");
        Assert.Equal(
            ("https://example.org/feed?a=1&b=2", "Le <Desk> “été”", "Europe/France & friends", "https://example.org/", true, true, TimeSpan.FromMinutes(45)),
            (read.Address, read.Title, read.Folder, read.SiteUrl, read.Trusted, read.FullText, read.Interval));
    }

    private Task<FeedList> ListAsync(ListFeeds question) => _host.AskAsync<ListFeeds, FeedList>(question, Cancel);

    private Task<FeedAdded> AddAsync(string path) => _host.AskAsync<AddFeed, FeedAdded>(new AddFeed { Address = _publisher.Address(path).AbsoluteUri }, Cancel);

    private Task<FeedsImported> ImportAsync(string opml) => _host.AskAsync<ImportFeeds, FeedsImported>(new ImportFeeds { Opml = opml }, Cancel);

    private Task<FeedChanged> ChangeAsync(FeedOverview feed, FeedChange change) =>
        _host.AskAsync<ChangeFeed, FeedChanged>(new ChangeFeed { FeedId = feed.FeedId, Change = change }, Cancel);

    private async Task<FeedOverview> WaitForHealthAsync(string health)
    {
        FeedOverview? feed = null;
        await Eventually.TrueAsync(
            async () => (feed = (await ListAsync(new ListFeeds())).Feeds.FirstOrDefault(each => each.Health == health)) is not null,
            TimeSpan.FromSeconds(20),
            () => $"No feed is {health}.",
            Cancel);
        return feed!;
    }
}
