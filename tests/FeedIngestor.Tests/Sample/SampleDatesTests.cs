using Monitoring.FeedIngestor.Sample;

namespace Monitoring.FeedIngestor.Tests.Sample;

public sealed class SampleDatesTests
{
    [Theory]
    [InlineData("<pubDate>Wed, 25 Nov 2026 18:30:00 +0400</pubDate>", "<pubDate>Thu, 26 Nov 2026 14:30:00 +0000</pubDate>")]
    [InlineData("<updated>2026-11-25T09:30:00Z</updated>", "<updated>2026-11-26T09:30:00Z</updated>")]
    [InlineData("<dc:date>2026-11-25T09:30:00+09:00</dc:date>", "<dc:date>2026-11-26T00:30:00Z</dc:date>")]
    [InlineData("no date in here, only 2026", "no date in here, only 2026")]
    public void A_date_moves_and_keeps_its_form(string text, string expected) =>
        Assert.Equal(expected, SampleDates.Shift(text, TimeSpan.FromDays(1)));

    [Fact]
    public void The_newest_date_of_all_texts_counts()
    {
        var newest = SampleDates.Newest(["2026-11-25T09:30:00Z 2026-11-24T09:30:00Z", "Thu, 26 Nov 2026 08:00:00 GMT"]);

        Assert.Equal(new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero), newest);
    }

    [Fact]
    public void Sample_hosts_become_folders_on_loopback() =>
        Assert.Equal(
            "<link>http://127.0.0.1:5089/gulf-wire/news/a</link><id>tag:gulf-wire.sample.example,2026:a</id>",
            SampleLinks.ToLoopback("<link>https://gulf-wire.sample.example/news/a</link><id>tag:gulf-wire.sample.example,2026:a</id>", 5089));
}
