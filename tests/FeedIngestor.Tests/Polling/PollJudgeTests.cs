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

        Assert.Equal(s_now.AddHours(5), _judge.Judge(_feed, fetched, null, 0).DueAt);
    }

    [Fact]
    public void A_server_that_asks_for_years_is_asked_again_tomorrow()
    {
        var fetched = new FetchedFeed { Result = FetchResult.Failed, FailureWeight = 0.25, RetryAfter = new RetryConditionHeaderValue(s_now.AddYears(3)) };

        Assert.Equal(s_now.AddDays(1), _judge.Judge(_feed, fetched, null, 0).DueAt);
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
