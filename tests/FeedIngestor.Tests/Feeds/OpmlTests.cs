using System.Text;
using Monitoring.FeedIngestor.Feeds;

namespace Monitoring.FeedIngestor.Tests.Feeds;

public sealed class OpmlTests
{
    [Fact]
    public void Feeds_are_found_at_any_depth()
    {
        const string Nested = """
            <opml version="2.0"><body><outline text="Europe"><outline text="France">
            <outline type="rss" text="Desk" xmlUrl="https://example.org/feed" htmlUrl="https://example.org/" country="FR" language="fr" kind="newspaper" verified="yes"/>
            </outline></outline></body></opml>
            """;

        var feed = Assert.Single(Read(Nested));

        Assert.Equal(("https://example.org/feed", "Desk", "FR", "fr", true), (feed.Address, feed.Title, feed.Country, feed.Language, feed.Verified));
    }

    [Fact]
    public void A_feed_without_a_title_is_called_by_its_address() =>
        Assert.Equal("https://example.org/f", Assert.Single(Read("""<opml><body><outline xmlUrl="https://example.org/f"/></body></opml>""")).Title);

    [Theory]
    [InlineData("<opml><body>", "not well-formed")]
    [InlineData("<rss/>", "not <opml>")]
    [InlineData("<opml><body/></opml>", "names no feed")]
    [InlineData("<!DOCTYPE opml [<!ENTITY x \"y\">]><opml/>", "not well-formed")]
    public void What_is_wrong_with_a_list_is_said(string text, string expected)
    {
        var broken = Assert.Throws<OpmlException>(() => Read(text));

        Assert.Contains(expected, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_list_is_as_broad_as_the_readme_says()
    {
        using var file = File.OpenRead(StartList.DefaultPath);

        var feeds = Opml.Read(file, StartList.DefaultPath);

        Assert.InRange(feeds.Count, 120, 179);
        Assert.Equal(feeds.Count, feeds.Select(feed => feed.Address).Distinct().Count());
        Assert.InRange(feeds.Select(feed => feed.Language).Distinct().Count(), 25, 100);
        Assert.InRange(feeds.Count(feed => feed.Country == "US"), 0, feeds.Count / 5);
        Assert.All(feeds, feed => Assert.True(feed is { Country.Length: 2, Language: not null, Kind: not null }, feed.Address));
    }

    private static IReadOnlyList<OpmlFeed> Read(string text) => Opml.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "list.opml");
}
