using Monitoring.FeedIngestor.Articles;

namespace Monitoring.FeedIngestor.Tests.Articles;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://Example.ORG/News/1", "https://example.org/News/1")]
    [InlineData("https://example.org:443/a", "https://example.org/a")]
    [InlineData("http://example.org:80/a", "http://example.org/a")]
    [InlineData("https://example.org:8443/a", "https://example.org:8443/a")]
    [InlineData("https://example.org/a#comments", "https://example.org/a")]
    [InlineData("https://example.org/a?utm_source=rss&id=7&utm_medium=feed", "https://example.org/a?id=7")]
    [InlineData("https://example.org/a?fbclid=x", "https://example.org/a")]
    [InlineData("https://example.org/a?id=7&ID=8", "https://example.org/a?id=7&ID=8")]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("https://user:secret@example.org/a", "https://example.org/a")]
    public void An_address_has_one_form(string address, string expected)
    {
        var canonical = CanonicalUrl.From(new Uri(address));

        Assert.Equal(expected, canonical?.AbsoluteUri);
    }

    [Theory]
    [InlineData("mailto:desk@example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/a")]
    [InlineData("file:///etc/passwd")]
    public void Only_web_addresses_lead_to_articles(string address) => Assert.Null(CanonicalUrl.From(new Uri(address)));

    [Fact]
    public void Http_and_https_are_the_same_article()
    {
        var one = ArticleId.From(CanonicalUrl.From(new Uri("http://example.org/a?id=1"))!);
        var other = ArticleId.From(CanonicalUrl.From(new Uri("https://EXAMPLE.org/a?id=1&utm_source=x#top"))!);

        Assert.Equal(one, other);
    }

    [Fact]
    public void Another_query_is_another_article()
    {
        var one = ArticleId.From(CanonicalUrl.From(new Uri("https://example.org/a?id=1"))!);
        var other = ArticleId.From(CanonicalUrl.From(new Uri("https://example.org/a?id=2"))!);

        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Another_port_is_another_article()
    {
        var one = ArticleId.From(new Uri("http://127.0.0.1:5001/a"));
        var other = ArticleId.From(new Uri("http://127.0.0.1:5002/a"));

        Assert.NotEqual(one, other);
    }

    [Fact]
    public void An_id_is_pinned_for_good() =>
        Assert.Equal("94584207f807e901fa3f47eaaf3d3ff3", ArticleId.From(new Uri("https://example.org/a")));
}
