using Monitoring.Portal.Compare;

namespace Monitoring.Portal.Tests.Compare;

public sealed class CompareTests
{
    [Fact]
    public async Task Topics_of_every_kind_stand_side_by_side()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("One"), Given.Article("Two", country: "SA"));

        var page = await portal.GetAsync("/compare?with=country:FR&with=theme:compute&with=region:gcc&with=&with=nonsense");

        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(page, "<polyline"));
        Assert.Contains("Gulf Cooperation Council", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_is_the_part_of_all_articles_over_seven_days()
    {
        var shares = Comparer.Shares([0, 0, 0, 0, 0, 0, 14, 0], [10, 10, 10, 10, 10, 10, 10, 10]);

        Assert.Equal(0.2, shares[6]!.Value, 6);
        Assert.Equal(0.2, shares[7]!.Value, 6);
    }

    [Fact]
    public void Where_little_was_published_there_is_no_line()
    {
        var shares = Comparer.Shares([1, 0], [1, 30]);

        Assert.Null(shares[0]);
        Assert.NotNull(shares[1]);
    }
}
