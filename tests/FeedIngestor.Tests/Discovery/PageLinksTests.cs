using Monitoring.FeedIngestor.Discovery;

namespace Monitoring.FeedIngestor.Tests.Discovery;

public sealed class PageLinksTests
{
    private static readonly Uri s_page = new("https://example.org/news/");

    [Theory]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='/feed'>", "https://example.org/feed")]
    [InlineData("<link rel='ALTERNATE home' type='application/atom+xml; charset=utf-8' href='atom'>", "https://example.org/news/atom")]
    [InlineData("<link rel=feed href='feed.json'>", "https://example.org/news/feed.json")]
    [InlineData("<base href='https://cdn.example.org/x/'><link rel=alternate type=text/xml href=y>", "https://cdn.example.org/x/y")]
    [InlineData("<a href='/rss.xml'>RSS</a>", "https://example.org/rss.xml")]
    [InlineData("<a href='//feeds.example.org/all?format=rss'>RSS</a>", "https://feeds.example.org/all?format=rss")]
    public void A_feed_that_a_page_names_is_found(string html, string expected) =>
        Assert.Equal(expected, Assert.Single(PageLinks.Find($"<html><head>{html}</head></html>", s_page)).AbsoluteUri);

    [Theory]
    [InlineData("<link rel='stylesheet' type='text/css' href='/feed.css'>")]
    [InlineData("<link rel='alternate' hreflang='fr' href='/fr/'>")]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='javascript:alert(1)'>")]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='https://user:secret@example.org/feed'>")]
    public void What_is_no_feed_is_left_alone(string html) => Assert.Empty(PageLinks.Find(html, s_page));

    [Fact]
    public void A_page_nested_beyond_reason_is_not_looked_into() =>
        Assert.Empty(PageLinks.Find(string.Concat(Enumerable.Repeat("<div>", 500_000)) + "<a href='/rss'>", s_page));

    [Fact]
    public void A_long_page_is_not_taken_for_a_deep_one() =>
        Assert.Single(PageLinks.Find(
            string.Concat(Enumerable.Repeat("<p>Text<br><img src=a><ul><li>One<li>Two</ul><script>'<div><div>'</script><!-- <div> --><table><tr><td>x</table>", 2_000)) + "<a href='/rss'>",
            s_page));

    [Theory]
    [InlineData("example.org", "https://example.org/")]
    [InlineData(" http://example.org/feed ", "http://example.org/feed")]
    [InlineData("feed://example.org/rss", "http://example.org/rss")]
    [InlineData("feed:https://example.org/rss", "https://example.org/rss")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("ftp://example.org", null)]
    [InlineData("https://user:secret@example.org/", null)]
    [InlineData("", null)]
    public void What_a_person_types_is_understood(string typed, string? expected) => Assert.Equal(expected, TypedAddress.Read(typed)?.AbsoluteUri);
}
