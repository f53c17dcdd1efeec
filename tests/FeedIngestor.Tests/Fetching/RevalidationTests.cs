using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Fetching;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.FeedIngestor.Tests.Articles;

namespace Monitoring.FeedIngestor.Tests.Fetching;

public sealed class RevalidationTests
{
    private static readonly DateTimeOffset s_now = TestArticles.Now;
    private readonly Feed _feed = TestArticles.Feed() with { Etag = "\"1\"", ReadAt = s_now.AddHours(-6), PolledAt = s_now.AddHours(-1), Unchanged = 3 };

    [Fact]
    public void A_feed_is_asked_whether_it_changed() => Assert.True(Revalidation.IsConditional(_feed, s_now));

    [Fact]
    public void After_eight_times_not_modified_the_whole_document_is_asked_for() => Assert.False(Revalidation.IsConditional(_feed with { Unchanged = 8 }, s_now));

    [Fact]
    public void Once_a_day_the_whole_document_is_asked_for() => Assert.False(Revalidation.IsConditional(_feed with { ReadAt = s_now.AddHours(-25) }, s_now));

    [Fact]
    public void A_server_that_lied_twice_is_not_asked_again_whether_it_changed() => Assert.False(Revalidation.IsConditional(_feed with { Lies = 2 }, s_now));

    [Fact]
    public void News_under_the_same_validator_prove_a_lie() =>
        Assert.True(Revalidation.IsLie(_feed, Sent("\"1\""), Document(s_now), changed: 1));

    [Fact]
    public void News_that_are_older_than_the_answer_that_denied_them_prove_a_lie() =>
        Assert.True(Revalidation.IsLie(_feed, Sent("\"2\""), Document(s_now.AddHours(-3)), changed: 1));

    [Fact]
    public void News_under_a_new_validator_prove_nothing() =>
        Assert.False(Revalidation.IsLie(_feed, Sent("\"2\""), Document(s_now.AddMinutes(-10)), changed: 1));

    [Fact]
    public void Without_news_there_is_no_lie() => Assert.False(Revalidation.IsLie(_feed, Sent("\"1\""), Document(s_now), changed: 0));

    private static FetchedFeed Sent(string etag) => new() { Result = FetchResult.Changed, WasSent = true, Etag = etag };

    private static FeedDocument Document(DateTimeOffset published) => new()
    {
        Format = FeedFormats.Rss20,
        Encoding = "utf-8",
        Items = [new FeedItem { Title = "News", Published = published }],
    };
}
