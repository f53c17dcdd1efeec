using Monitoring.FeedIngestor.Parsing;

namespace Monitoring.FeedIngestor.Tests.Parsing;

public class LinkTests
{
    [Theory]
    [InlineData("<link>/path?q=1</link>", "https://reader.example/path?q=1")]
    [InlineData("<link>www.a.example/x</link>", "http://www.a.example/x")]
    [InlineData("<link>//cdn.example/x</link>", "https://cdn.example/x")]
    [InlineData("<link>\n  https://a.example/x\n</link>", "https://a.example/x")]
    [InlineData("<link>https://a.example/\nx</link>", "https://a.example/x")]
    [InlineData("<guid>https://a.example/by-guid</guid>", "https://a.example/by-guid")]
    [InlineData("<guid isPermaLink=\"false\">https://a.example/by-guid</guid><enclosure url=\"https://a.example/s.mp3\"/>", "https://a.example/s.mp3")]
    [InlineData("<guid>https://a.example/by-guid</guid><link>https://a.example/by-link</link>", "https://a.example/by-link")]
    [InlineData("<guid>not an address</guid>", null)]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    [InlineData("<link/><atom:link href=\"https://a.example/atom\"/>", "https://a.example/atom")]
    [InlineData("<atom:link rel=\"self\" href=\"https://a.example/self\"/><link>https://a.example/page</link>", "https://a.example/page")]
    [InlineData("<link href=\"https://a.example/attribute\"/>", "https://a.example/attribute")]
    [InlineData("<link xml:base=\"https://b.example/deep/\">er</link>", "https://b.example/deep/er")]
    public void The_link_leads_to_the_article(string elements, string? link)
    {
        var item = FeedFiles.Item("<title>t</title>" + elements);

        Assert.Equal(link, item.Link);
    }

    [Fact]
    public void A_link_through_a_counter_comes_with_the_article_s_own_address()
    {
        var item = FeedFiles.Item(
            "<link>https://feeds.example/~r/1</link><x:origLink xmlns:x=\"http://rssnamespace.org/feedburner/ext/1.0\">https://a.example/1</x:origLink>");

        Assert.Equal(("https://feeds.example/~r/1", "https://a.example/1"), (item.Link, item.OriginalLink));
    }

    [Fact]
    public void Without_an_address_a_relative_link_stays_relative()
    {
        var document = FeedReader.Read("<rss version='2.0'><channel><item><title>t</title><link>/a</link></item></channel></rss>"u8.ToArray(), null, null);

        Assert.Equal("/a", Assert.Single(document.Items).Link);
    }

    [Fact]
    public void An_alternate_page_is_preferred_to_other_links()
    {
        var document = FeedFiles.Parse(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>t</title>
            <link rel="alternate" type="application/json" href="/data"/><link rel="via" href="/via"/><link rel="alternate" type="text/html" href="/page"/>
            </entry></feed>
            """);

        Assert.Equal("https://reader.example/page", Assert.Single(document.Items).Link);
    }

    [Fact]
    public void Nested_bases_add_up()
    {
        var document = FeedFiles.Parse(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="/root/"><entry xml:base="part/"><title>t</title><link xml:base="../other/" href="x"/></entry></feed>
            """);

        Assert.Equal("https://reader.example/root/other/x", Assert.Single(document.Items).Link);
    }
}
