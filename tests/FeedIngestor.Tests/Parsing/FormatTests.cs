using Monitoring.FeedIngestor.Parsing;

namespace Monitoring.FeedIngestor.Tests.Parsing;

public class FormatTests
{
    [Theory]
    [InlineData("rss20-blog.xml", "rss-2.0", "Compute & Country", 2)]
    [InlineData("rss20-headlines.xml", "rss-2.0", "Harbour Wire: Technology", 2)]
    [InlineData("rss20-podcast.xml", "rss-2.0", "Spoken Policy", 1)]
    [InlineData("rss091.xml", "rss-0.91", "Old Wire", 1)]
    [InlineData("rss090.xml", "rss-0.90", "First Syndicate", 1)]
    [InlineData("rdf10.xml", "rss-1.0", "計算主権ニュース", 1)]
    [InlineData("atom10.xml", "atom-1.0", "Rechenzentrum & Staat", 2)]
    [InlineData("atom03.xml", "atom-0.3", "Early Atoms", 1)]
    [InlineData("channel.cdf", "cdf", "Push Channel", 1)]
    [InlineData("feed11.json", "json-1.1", "Datos Soberanos", 2)]
    public void Every_format_is_recognised(string file, string format, string title, int items)
    {
        var document = FeedFiles.Read(file);

        Assert.Equal((format, title, items), (document.Format, document.Title, document.Items.Count));
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void An_rss_item_gives_its_texts_dates_people_and_categories()
    {
        var item = FeedFiles.Read("rss20-blog.xml").Items[0];

        Assert.Equal("A ministry rents “its own” cloud", item.Title);
        Assert.Equal("https://compute-country.example/2026/03/own-cloud/", item.Link);
        Assert.Equal("https://compute-country.example/?p=118", item.Id);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 8, 15, 0, TimeSpan.Zero), item.Published);
        Assert.Equal("Tue, 03 Mar 2026 09:15:00 +0100", item.PublishedRaw);
        Assert.Equal("Ada Brook", Assert.Single(item.Authors).Name);
        Assert.Equal(["Cloud", "Procurement & Law"], item.Categories);
        Assert.StartsWith("<p>The contract names <a href=\"/map\">", item.Content, StringComparison.Ordinal);
        Assert.Equal("<p>The contract names three data centres&#8230;</p>", item.Summary);
    }

    [Fact]
    public void A_channel_gives_its_hub_its_address_and_how_often_to_ask()
    {
        var document = FeedFiles.Read("rss20-blog.xml");

        Assert.Equal(("https://hub.example/", "https://compute-country.example/feed/"), (document.Hub, document.Self));
        Assert.Equal(TimeSpan.FromMinutes(45), document.Hints.TimeToLive);
        Assert.Equal(TimeSpan.FromHours(6), document.Hints.UpdatePeriod);
        Assert.Equal([1, 2], document.Hints.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], document.Hints.SkipDays);
    }

    [Fact]
    public void A_podcast_gives_its_files_once_each()
    {
        var item = Assert.Single(FeedFiles.Read("rss20-podcast.xml").Items);

        Assert.Equal(
            [new FeedEnclosure("https://spoken-policy.example/9.mp3", "audio/mpeg", 1000), new FeedEnclosure("https://spoken-policy.example/9.mp4", "video/mp4", 2000)],
            item.Enclosures);
        Assert.Equal(("Episode nine", "Who trains the trainers?", "Noor Haddad"), (item.Title, item.Summary, item.Authors[0].Name));
        Assert.Equal(["training", "universities", "Education"], item.Categories);
        Assert.Equal("https://spoken-policy.example/9.mp3", item.Link);
    }

    [Fact]
    public void An_rdf_item_gives_what_dublin_core_says()
    {
        var document = FeedFiles.Read("rdf10.xml");

        var item = Assert.Single(document.Items);
        Assert.Equal("ja", document.Language);
        Assert.Equal(("https://keisan.example/1", "山田", "基盤モデル"), (item.Id, item.Authors[0].Name, item.Categories[0]));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), item.Published);
    }

    [Fact]
    public void An_atom_entry_resolves_its_addresses_and_inherits_its_language()
    {
        var entry = FeedFiles.Read("atom10.xml").Items[0];

        Assert.Equal("https://rechenzentrum.example/blog/2026/eigenes-modell", entry.Link);
        Assert.Equal("https://rechenzentrum.example/blog/2026/bericht.pdf", Assert.Single(entry.Enclosures).Url);
        Assert.Equal("https://rechenzentrum.example/blog/2026/", entry.BaseAddress?.AbsoluteUri);
        Assert.Equal(("de", "Das eigene Modell"), (entry.Language, entry.Title));
        Assert.Equal("<p>Mehr im <a href=\"bericht.html\">Bericht</a>.</p>", entry.Content);
        Assert.Equal("Kurz: ein Land, ein Modell &lt; ein Problem.", entry.Summary);
        Assert.Equal((new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 3, 11, 30, 0, TimeSpan.Zero)), (entry.Published, entry.Updated));
    }

    [Fact]
    public void Plain_text_that_looks_like_a_tag_stays_text()
    {
        var entry = FeedFiles.Read("atom10.xml").Items[1];

        Assert.Equal(("Guest post: a <model> of its own", "en"), (entry.Title, entry.Language));
    }

    [Fact]
    public void An_early_atom_entry_is_decoded()
    {
        var entry = Assert.Single(FeedFiles.Read("atom03.xml").Items);

        Assert.Equal(("Bits & borders", "<p>Encoded body</p>"), (entry.Title, entry.Content));
        Assert.Equal(new DateTimeOffset(2004, 5, 1, 14, 0, 0, TimeSpan.Zero), entry.Published);
    }

    [Fact]
    public void A_cdf_item_is_read_from_attributes()
    {
        var item = Assert.Single(FeedFiles.Read("channel.cdf").Items);

        Assert.Equal(("Story one", "The first story", "https://reader.example/feeds/story1.html"), (item.Title, item.Summary, item.Link));
        Assert.Equal(new DateTimeOffset(1999, 1, 31, 7, 30, 0, TimeSpan.Zero), item.Updated);
    }

    [Fact]
    public void A_json_feed_gives_everything_that_xml_gives()
    {
        var document = FeedFiles.Read("feed11.json");

        var item = document.Items[0];
        Assert.Equal(("es", "https://hub.example/", "Redacción"), (document.Language, document.Hub, document.Authors[0].Name));
        Assert.Equal(("Una nube <propia>", "https://reader.example/1"), (item.Title, item.Link));
        Assert.Equal(new FeedEnclosure("https://reader.example/feeds/pliego.pdf", "application/pdf", 4096), Assert.Single(item.Enclosures));
        Assert.Equal(("2", "Sin título &amp; sin enlace"), (document.Items[1].Id, document.Items[1].Content));
    }

    [Fact]
    public void A_missing_date_stays_missing()
    {
        var item = FeedFiles.Item("<title>Undated</title><link>https://a.example/</link>");

        Assert.Null(item.Published);
        Assert.Null(item.Updated);
    }

    [Theory]
    [InlineData("<!doctype html><html><head><title>Feed</title></head><body><p>Not here</p></body></html>", "The body is a web page, not a feed.")]
    [InlineData("", "The body is empty.")]
    [InlineData("  \r\n ", "The body is empty.")]
    [InlineData("plain words", "The body holds no feed.")]
    [InlineData("{\"error\": \"not found\"}", "The body is JSON, but no JSON Feed.")]
    [InlineData("{ broken", "The body is neither JSON nor XML.")]
    [InlineData("<?xml version='1.0'?><urlset><url><loc>https://a.example/</loc></url></urlset>", "The body holds no feed.")]
    public void What_is_no_feed_says_why(string body, string problem)
    {
        var document = FeedFiles.Parse(body);

        Assert.False(document.IsFeed);
        Assert.Equal(problem, document.Problem);
    }
}
