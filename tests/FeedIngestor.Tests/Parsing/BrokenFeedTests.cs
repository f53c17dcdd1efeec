using System.Diagnostics;
using System.Text;
using Monitoring.FeedIngestor.Parsing;

namespace Monitoring.FeedIngestor.Tests.Parsing;

public class BrokenFeedTests
{
    [Fact]
    public void A_feed_with_every_mistake_at_once_is_read()
    {
        var document = FeedFiles.Read("broken-everything.xml");

        Assert.Equal("Bits & Borders — news", document.Title);
        Assert.Equal(["Fish & chips < GPUs", "No end tag here", "Third"], document.Items.Select(item => item.Title));
        Assert.Equal(
            ["http://bits-borders.example/1?x=1&copy=2", "http://bits-borders.example/2", "http://bits-borders.example/3"],
            document.Items.Select(item => item.Link));
        Assert.Equal("Undeclared Prefix", document.Items[0].Authors[0].Name);
        Assert.Equal("http://bits-borders.example/p.png", document.Items[0].Enclosures[0].Url);
        Assert.NotEmpty(document.Problems);
    }

    [Fact]
    public void A_feed_cut_in_the_middle_yields_the_items_before_the_cut()
    {
        var document = FeedFiles.Read("cut.xml");

        Assert.Equal(["Whole one", "Whole two"], document.Items.Select(item => item.Title));
        Assert.Contains(document.Problems, problem => problem.Contains("cut", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rss20-blog.xml")]
    [InlineData("rdf10.xml")]
    [InlineData("atom10.xml")]
    [InlineData("feed11.json")]
    public void Wherever_a_feed_is_cut_the_items_before_are_as_in_the_whole(string file)
    {
        var whole = FeedFiles.Bytes(file);
        var items = FeedFiles.Read(file).Items;

        for (var length = 0; length < whole.Length; length++)
        {
            var cut = FeedReader.Read(whole.AsMemory(0, length), null, FeedFiles.Address);

            Assert.True(cut.Items.Count <= items.Count);
            Assert.Equal(items.Take(cut.Items.Count).Select(item => (item.Title, item.Link, item.Content)), cut.Items.Select(item => (item.Title, item.Link, item.Content)));
        }
    }

    [Fact]
    public void A_json_feed_cut_in_the_middle_yields_the_items_before_the_cut()
    {
        var text = Encoding.UTF8.GetString(FeedFiles.Bytes("feed11.json"));

        var document = FeedFiles.Parse(text[..text.IndexOf("Sin título", StringComparison.Ordinal)]);

        Assert.Equal("Una nube <propia>", Assert.Single(document.Items).Title);
    }

    [Theory]
    [InlineData("<title>a &nbsp;b</title>", "a b")]
    [InlineData("<title>caf&eacute; &hellip; &unknown; &#8364;&#x20AC;&#128;</title>", "café … &unknown; €€€")]
    [InlineData("<title>split &#xD83D;&#xDE00; emoji</title>", "split 😀 emoji")]
    [InlineData("<title><![CDATA[no end</title>", "no end")]
    [InlineData("<title>1 < 2 & 3 > 2</title>", "1 < 2 & 3 > 2")]
    [InlineData("<title>control\u0001 char\u000Bacters</title>", "control characters")]
    [InlineData("<title>naked <b>mark-up</b> here</title>", "naked mark-up here")]
    [InlineData("<title>escaped &lt;b&gt;mark-up&lt;/b&gt; here</title>", "escaped mark-up here")]
    [InlineData("<title><![CDATA[<i>in</i> a &amp; section]]></title>", "in a & section")]
    [InlineData("<title>no end <link>https://a.example/</link>", "no end")]
    [InlineData("<title>List&lt;String&gt; in Java</title>", "List<String> in Java")]
    [InlineData("<title>two\n   lines</title>", "two lines")]
    public void A_broken_title_is_read_as_meant(string elements, string title)
    {
        var item = FeedFiles.Item(elements + "<guid>1</guid>");

        Assert.Equal(title, item.Title);
    }

    [Theory]
    [InlineData("\r\n\r\n<?xml version=\"1.0\"?>")]
    [InlineData("\uFEFF\uFEFF<?xml version=\"1.0\"?>")]
    [InlineData("<?xml version=\"1.0\"?><?xml-stylesheet href=\"a.xsl\"?><!-- a < b --> ")]
    [InlineData("<?xml version=\"1.1\" encoding=\"utf-8\" standalone=\"yes\"?>")]
    [InlineData("junk before <?xml version=\"1.0\"?>")]
    public void What_stands_before_the_feed_does_no_harm(string before)
    {
        var document = FeedFiles.Parse(before + "<rss version=\"2.0\"><channel><title>Read</title></channel></rss>");

        Assert.Equal("Read", document.Title);
    }

    [Fact]
    public void An_address_in_a_query_keeps_its_ampersands()
    {
        var item = FeedFiles.Item("<title>t & t</title><link>https://a.example/?one=1&reg=2&lt=3</link>");

        Assert.Equal("https://a.example/?one=1&reg=2&lt=3", item.Link);
    }

    [Fact]
    public void External_entities_are_not_fetched_and_nested_ones_not_expanded()
    {
        var document = FeedFiles.Read("hostile-entities.xml");

        var item = Assert.Single(document.Items);
        Assert.Equal(("Observatory", "Outside: &secret;"), (document.Title, item.Title));
        Assert.Equal("Laughs: &d;", item.Summary);
    }

    [Fact]
    public void A_flood_of_one_entity_ends_at_a_limit()
    {
        var flood = string.Concat(Enumerable.Repeat("&x;", 100_000));
        var text = $"<!DOCTYPE rss [<!ENTITY x \"{new string('y', 900)}\">]><rss version=\"2.0\"><channel><title>t</title><item><title>i</title><description>{flood}</description></item></channel></rss>";

        var document = FeedFiles.Parse(text);

        Assert.True(Assert.Single(document.Items).Summary!.Length < 1_000_000);
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<item>")]
    [InlineData("<!-- >")]
    [InlineData("<![ >")]
    [InlineData("<a b='")]
    [InlineData("&amp")]
    [InlineData("<b><p>")]
    public void Repeated_openings_take_no_more_than_moments(string piece)
    {
        var flood = string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
        var started = Stopwatch.GetTimestamp();

        FeedFiles.Parse("<rss version=\"2.0\"><channel><item><title>t</title><description>" + flood);

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Item_2001_is_left_out_and_the_document_says_so()
    {
        var items = string.Concat(Enumerable.Range(1, 2_001).Select(number => $"<item><title>{number}</title><link>https://a.example/{number}</link></item>"));

        var document = FeedFiles.Parse($"<rss version=\"2.0\"><channel><title>Many</title>{items}</channel></rss>");

        Assert.Equal(2_000, document.Items.Count);
        Assert.Contains(document.Problems, problem => problem.StartsWith("More than 2000 items", StringComparison.Ordinal));
    }
}
