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
    [InlineData("https://www.google.com/amp/s/example.org/news/1", "https://example.org/news/1")]
    [InlineData("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/1.amp.html?usqp=x", "https://www.example.org/news/1.html")]
    [InlineData("https://www-example-org.cdn.ampproject.org/v/www.example.org/news/1?amp_js_v=0.1", "http://www.example.org/news/1")]
    [InlineData("https://example.org/news/1/amp/", "https://example.org/news/1")]
    [InlineData("https://example.org/news/1/amp", "https://example.org/news/1")]
    [InlineData("https://example.org/news/1.amp", "https://example.org/news/1")]
    [InlineData("https://example.org/news/1?amp=1&id=2", "https://example.org/news/1?id=2")]
    [InlineData("https://example.org/amp/", "https://example.org/amp/")]
    [InlineData("https://example.org/products/guitar-amp", "https://example.org/products/guitar-amp")]
    [InlineData("https://example.org/volts-and-amps/1", "https://example.org/volts-and-amps/1")]
    public void An_amp_page_is_its_article(string address, string expected) => Assert.Equal(expected, CanonicalUrl.From(new Uri(address))?.AbsoluteUri);

    [Theory]
    [InlineData("https://www.google.com/url?rct=j&sa=t&url=https://example.org/news/1%3Fid%3D2&ct=ga&usg=x", "https://example.org/news/1?id=2")]
    [InlineData("https://www.google.co.uk/url?q=https://example.org/a&sa=U", "https://example.org/a")]
    [InlineData("https://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fexample.org%2fa&c=1", "https://example.org/a")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Ffbclid%3Dx&h=y", "https://example.org/a")]
    [InlineData("https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=https%3a%2f%2fexample.org%2fa/RK=2/RS=x", "https://example.org/a")]
    [InlineData("https://news.google.com/rss/articles/CBMiFWh0dHBzOi8vZXhhbXBsZS5vcmcvYdIBAA?oc=5", "https://example.org/a")]
    [InlineData("https://news.google.com/rss/articles/CBMihAFBVV95cUxOVGVzdFRlc3RUZXN0?oc=5", "https://news.google.com/rss/articles/CBMihAFBVV95cUxOVGVzdFRlc3RUZXN0?oc=5")]
    [InlineData("https://www.google.com/url?url=javascript:alert(1)", "https://www.google.com/url?url=javascript:alert(1)")]
    [InlineData("https://example.org/share?url=https://other.example/a", "https://example.org/share?url=https://other.example/a")]
    public void A_link_that_wraps_the_publishers_is_unwrapped(string address, string expected) => Assert.Equal(expected, CanonicalUrl.From(new Uri(address))?.AbsoluteUri);

    [Theory]
    [InlineData("https://www.example.org/a")]
    [InlineData("https://m.example.org/a")]
    [InlineData("https://mobile.example.org/a")]
    [InlineData("https://amp.example.org/a")]
    [InlineData("http://example.org/a/")]
    public void Twins_of_a_page_are_one_article(string address) =>
        Assert.Equal(ArticleId.From(new Uri("https://example.org/a")), ArticleId.From(CanonicalUrl.From(new Uri(address))!));

    [Fact]
    public void The_mobile_twin_in_the_middle_of_a_name_is_the_same_article() =>
        Assert.Equal(ArticleId.From(new Uri("https://en.example.org/a")), ArticleId.From(new Uri("https://en.m.example.org/a")));

    [Theory]
    [InlineData("https://news.example.org/a")]
    [InlineData("https://m.co/a")]
    public void Other_names_are_other_articles(string address) =>
        Assert.NotEqual(ArticleId.From(new Uri("https://example.org/a")), ArticleId.From(new Uri(address)));

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
