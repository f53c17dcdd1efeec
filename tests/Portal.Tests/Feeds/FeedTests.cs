using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Monitoring.Portal.Tests.Feeds;

public sealed class FeedTests
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Atom_names_itself_its_page_and_its_entries()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Chips & <models>"), Given.Article("Elsewhere", country: "JP"));

        var feed = XDocument.Parse(await portal.GetAsync("/feeds/search.atom?q=chips&country=FR")).Root!;

        Assert.Equal("Chips & <models>", Assert.Single(feed.Elements(s_atom + "entry")).Element(s_atom + "title")!.Value);
        Assert.Contains(feed.Elements(s_atom + "link"), link => link.Attribute("rel")!.Value == "self" && link.Attribute("href")!.Value.EndsWith("/feeds/search.atom?q=chips&country=FR", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rss_carries_text_that_is_no_markup()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Chips", text: "<b>5 < 6</b>"));

        var feed = XDocument.Parse(await portal.GetAsync("/feeds/search.rss"));

        Assert.Equal("<b>5 < 6</b>", WebUtility.HtmlDecode(feed.Descendants("item").Single().Element("description")!.Value));
    }

    [Fact]
    public async Task A_title_with_a_control_character_does_not_break_the_feed()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Chips \u0001 now 😀"));

        var feed = XDocument.Parse(await portal.GetAsync("/feeds/search.atom"));

        Assert.Equal("Chips  now 😀", feed.Descendants(s_atom + "entry").Single().Element(s_atom + "title")!.Value);
    }

    [Fact]
    public async Task Json_is_a_json_feed()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Chips"));

        using var feed = JsonDocument.Parse(await portal.GetAsync("/feeds/search.json"));

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
        Assert.Equal("Chips", feed.RootElement.GetProperty("items")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_public_address_stands_in_links_when_it_is_set()
    {
        await using var portal = await PortalHost.StartWithAsync("--Portal:PublicAddress=https://monitor.example/");

        var feed = await portal.GetAsync("/feeds/search.atom");

        Assert.Contains("href=\"https://monitor.example/feeds/search.atom\"", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_page_names_its_feed()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Chips"));

        var page = await portal.GetAsync("/search?q=chips");

        Assert.Matches("<link rel=\"alternate\" type=\"application/atom(\\+|&#x2B;)xml\" [^>]*href=\"/feeds/search.atom\\?q=chips\"\\s*/?>", page);
    }

    [Theory]
    [InlineData("atom")]
    [InlineData("rss")]
    [InlineData("json")]
    public async Task A_feed_of_long_articles_stays_small(string format)
    {
        var text = string.Concat(Enumerable.Repeat("A long text about chips and clusters. ", 1_700));
        await using var portal = await PortalHost.StartAsync([.. Enumerable.Range(0, 60).Select(i => Given.Article($"Long article {i}", text: text))]);

        var feed = await portal.GetAsync("/feeds/search." + format);

        Assert.InRange(feed.Length, 1_000, 150_000);
    }
}
