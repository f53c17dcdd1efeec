using System.Globalization;
using System.Text.RegularExpressions;
using Monitoring.ArticleIndex;
using Monitoring.Portal.Map;
using Monitoring.Taxonomy;

namespace Monitoring.Portal.Tests.Map;

public sealed partial class WorldMapTests
{
    // Nobody lives there, but in the EU, which is no shape of its own.
    private static readonly string[] s_undrawn = ["AQ", "BV", "UM"];

    [Fact]
    public void Every_member_of_a_region_is_a_shape_or_a_dot()
    {
        var drawn = MapShapes.Outlines.Select(shape => shape.Code).Concat(MapShapes.Dots.Select(dot => dot.Code)).ToHashSet();

        var missing = Regions.All.SelectMany(region => region.Members).Where(code => !drawn.Contains(code)).Order(StringComparer.Ordinal);

        Assert.Equal(s_undrawn, missing);
    }

    [Fact]
    public void No_border_runs_across_the_map() =>
        Assert.All(MapShapes.Outlines, shape => Assert.All(
            Number().Matches(shape.Path.Replace("M", " M", StringComparison.Ordinal)).Where(match => !match.Value.StartsWith('M')),
            match => Assert.InRange(int.Parse(match.Value, CultureInfo.InvariantCulture), -300, 300)));

    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 100, 1)]
    [InlineData(4, 4, 5)]
    [InlineData(10, 100, 3)]
    [InlineData(100, 100, 5)]
    public void The_country_with_most_is_darkest(long count, long most, int step) => Assert.Equal(step, Shade.Of(count, most));

    [Fact]
    public void The_legend_names_the_least_count_of_each_step_that_occurs() =>
        Assert.All(Shade.Legend(170), each => Assert.Equal(each.Step, Shade.Of(each.From, 170)));

    [Fact]
    public async Task The_first_page_shows_a_country_as_a_shape_a_small_one_as_a_dot_and_both_in_a_table()
    {
        IndexedArticle[] articles = [Given.Article("One", country: "FR"), Given.Article("Two", country: "SG"), Given.Article("Three", country: "SG")];
        await using var portal = await PortalHost.StartAsync(articles);

        var page = await portal.GetAsync("/");

        Assert.Contains("<title>France: 1 article</title></path></a>", page, StringComparison.Ordinal);
        Assert.Contains("<title>Singapore: 2 articles</title></circle></a>", page, StringComparison.Ordinal);
        Assert.Contains("<td><a href=\"/countries/SG?days=7\">Singapore</a></td><td class=\"n\">2</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_stays_below_150_kilobytes_with_every_country_in_the_news()
    {
        await using var portal = await PortalHost.StartAsync([.. Countries.All.Select(country => Given.Article("About " + country.Name, country: country.Code, text: new string('x', 5_000)))]);

        var page = await portal.GetAsync("/");

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page), 50_000, 150_000);
    }

    // Two numbers after M are a place; all others are steps.
    [GeneratedRegex(@"M\d+ \d+|-?\d+")]
    private static partial Regex Number();
}
