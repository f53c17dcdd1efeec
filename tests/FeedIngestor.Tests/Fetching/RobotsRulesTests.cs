using Monitoring.FeedIngestor.Fetching.Robots;

namespace Monitoring.FeedIngestor.Tests.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/feed", true)]
    [InlineData("User-agent: *\nDisallow:", "/feed", true)]
    [InlineData("User-agent: *\nDisallow: /", "/feed", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow: /private", "/feed", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /feed", "/feed", true)]
    [InlineData("User-agent: *\nAllow: /feed\nDisallow: /feed", "/feed", true)]
    [InlineData("User-agent: *\nAllow: /\nDisallow: /feed", "/feed", false)]
    [InlineData("User-agent: monitor\nDisallow: /", "/feed", false)]
    [InlineData("User-agent: MONITOR/2.1\nDisallow: /", "/feed", false)]
    [InlineData("User-agent: monitors\nDisallow: /", "/feed", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: monitor\nAllow: /", "/feed", true)]
    [InlineData("User-agent: monitor\nDisallow:\n\nUser-agent: *\nDisallow: /", "/feed", true)]
    [InlineData("User-agent: other\nUser-agent: monitor\nDisallow: /feed", "/feed", false)]
    [InlineData("User-agent: monitor\nDisallow: /a\nUser-agent: monitor\nDisallow: /feed", "/feed", false)]
    [InlineData("User-agent: other\nDisallow: /", "/feed", true)]
    [InlineData("User-agent: *\nDisallow: /*.xml$", "/a/feed.xml", false)]
    [InlineData("User-agent: *\nDisallow: /*.xml$", "/a/feed.xml?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*?", "/feed?format=rss", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-b-x", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-b-x-c", false)]
    [InlineData("User-agent: *\nDisallow: /%66eed", "/feed", false)]
    [InlineData("User-agent: *\nDisallow: /caf\u00e9", "/caf%c3%a9", false)]
    [InlineData("\uFEFFuser-AGENT : * # all\r\nDISALLOW : /feed # private\r\n", "/feed", false)]
    [InlineData("Disallow: /", "/feed", true)]
    [InlineData("<html>Not found</html>", "/feed", true)]
    public void The_longest_rule_of_the_most_specific_group_decides(string text, string path, bool expected)
    {
        var rules = RobotsRules.Parse(text, "Monitor");

        Assert.Equal(expected, rules.Allows(new Uri("https://example.org" + path)));
        Assert.Equal(expected, RobotsRules.Restore(rules.ToString()).Allows(new Uri("https://example.org" + path)));
    }

    [Fact]
    public void A_pattern_of_stars_costs_no_time()
    {
        var rules = RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2_000)) + "$", "Monitor");

        Assert.True(rules.Allows(new Uri("https://example.org/" + new string('a', 1_500) + "b")));
    }
}
