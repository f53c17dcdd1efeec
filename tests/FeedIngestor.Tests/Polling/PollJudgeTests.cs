using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Fetching;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.FeedIngestor.Polling;
using Monitoring.FeedIngestor.Tests.Articles;

namespace Monitoring.FeedIngestor.Tests.Polling;

public sealed class PollJudgeTests
{
    private static readonly DateTimeOffset s_now = TestArticles.Now;
    private readonly PollJudge _judge = new(Options.Create(new PollingOptions()), new FakeTimeProvider(s_now));
    private readonly Feed _feed = TestArticles.Feed();

    [Fact]
    public void A_feed_with_new_items_is_healthy()
    {
        var state = _judge.Judge(_feed, Changed(), Document(items: 10), changed: 5);

        Assert.Equal((FeedHealth.Healthy, s_now), (state.Health, state.NewAt));
    }

    [Fact]
    public void A_valid_feed_without_items_is_empty_and_has_not_failed()
    {
        var state = _judge.Judge(_feed, Changed(), Document(items: 0), changed: 0);

        Assert.Equal((FeedHealth.Empty, 0d), (state.Health, state.FailureWeight));
    }

    [Fact]
    public void A_feed_without_news_for_a_month_is_quiet()
    {
        var state = _judge.Judge(_feed with { NewAt = s_now.AddDays(-31) }, Changed(), Document(items: 3), changed: 0);

        Assert.Equal(FeedHealth.Quiet, state.Health);
    }

    [Fact]
    public void A_page_that_is_no_feed_fails_and_says_why()
    {
        var state = _judge.Judge(_feed, Changed(), FeedReader.Read("<html><body>Hello</body></html>"u8.ToArray(), "text/html", null), changed: 0);

        Assert.Equal(FeedHealth.Failing, state.Health);
        Assert.NotNull(state.Problem);
        Assert.Equal(s_now, state.FailingSince);
    }

    [Fact]
    public void A_feed_that_is_gone_is_not_asked_again()
    {
        var state = _judge.Judge(_feed, new FetchedFeed { Result = FetchResult.Gone }, null, 0);

        Assert.Equal(FeedStatus.Gone, state.Status);
    }

    [Fact]
    public void The_time_of_the_first_failure_is_kept_while_it_lasts()
    {
        var since = s_now.AddDays(-2);

        var state = _judge.Judge(_feed with { FailingSince = since }, new FetchedFeed { Result = FetchResult.Failed, FailureWeight = 1 }, null, 0);

        Assert.Equal(since, state.FailingSince);
    }

    [Fact]
    public void A_server_that_asks_for_time_gets_it()
    {
        var fetched = new FetchedFeed { Result = FetchResult.Failed, FailureWeight = 0.25, RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(5)) };

        var state = _judge.Judge(_feed, fetched, null, 0);

        Assert.Equal((s_now.AddHours(5), s_now.AddHours(5)), (state.DueAt, state.HostFreeAt));
    }

    [Fact]
    public void A_server_that_asks_for_years_is_asked_again_tomorrow()
    {
        var fetched = new FetchedFeed { Result = FetchResult.Failed, FailureWeight = 0.25, RetryAfter = new RetryConditionHeaderValue(s_now.AddYears(3)) };

        Assert.Equal(s_now.AddDays(1), _judge.Judge(_feed, fetched, null, 0).DueAt);
    }

    [Fact]
    public void A_feed_whose_server_limits_it_alone_leaves_its_host_to_others()
    {
        var fetched = new FetchedFeed { Result = FetchResult.Failed, RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(5)) };

        var state = _judge.Judge(_feed with { RetryAlone = true }, fetched, null, 0);

        Assert.Equal((s_now.AddHours(5), null), (state.DueAt, state.HostFreeAt));
    }

    [Fact]
    public void Not_modified_after_a_failure_leaves_an_empty_feed_empty()
    {
        var state = _judge.Judge(_feed with { SucceededAt = s_now.AddDays(-1), Items = 0 }, new FetchedFeed { Result = FetchResult.NotModified }, null, 0);

        Assert.Equal(FeedHealth.Empty, state.Health);
    }

    [Fact]
    public void A_feed_moves_when_its_permanent_redirect_repeats()
    {
        var fetched = Changed() with { MovedTo = new Uri("https://new.example/feed") };

        var once = _judge.Judge(_feed, fetched, Document(items: 1), 1);
        var thrice = _judge.Judge(_feed with { MovedTo = "https://new.example/feed", MovedTimes = 2 }, fetched, Document(items: 1), 1);

        Assert.Equal((_feed.Address, FeedHealth.Moved), (once.Address, once.Health));
        Assert.Equal(("https://new.example/feed", null), (thrice.Address, thrice.MovedTo));
    }

    [Fact]
    public void A_redirect_to_a_page_that_is_no_feed_moves_nothing()
    {
        var feed = _feed with { MovedTo = "https://new.example/feed", MovedTimes = 2 };
        var page = FeedReader.Read("<html><body>Maintenance</body></html>"u8.ToArray(), "text/html", null);

        var state = _judge.Judge(feed, Changed() with { MovedTo = new Uri("https://new.example/feed") }, page, 0);

        Assert.Equal(feed.Address, state.Address);
    }

    [Fact]
    public void Half_a_document_is_read_and_asked_for_again_in_full()
    {
        var state = _judge.Judge(_feed with { Etag = "\"1\"" }, Changed() with { IsCut = true }, Document(items: 1), 1);

        Assert.Equal((FeedHealth.Healthy, null, null), (state.Health, state.Etag, state.BodyHash));
        Assert.Equal("The document broke off before its end.", state.Problem);
    }

    [Fact]
    public void Success_forgets_failures()
    {
        var state = _judge.Judge(_feed with { FailureWeight = 7, FailingSince = s_now.AddDays(-1) }, Changed(), Document(items: 1), changed: 1);

        Assert.Equal((0d, null), (state.FailureWeight, state.FailingSince));
    }

    private static FetchedFeed Changed() => new() { Result = FetchResult.Changed };

    private static FeedDocument Document(int items) => new()
    {
        Format = FeedFormats.Rss20,
        Encoding = "utf-8",
        Items = [.. Enumerable.Range(0, items).Select(each => new FeedItem { Title = $"Item {each}" })],
    };
}
