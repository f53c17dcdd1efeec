using System.Net;
using Monitoring.Contracts;

namespace Monitoring.Portal.Tests.Corrections;

public sealed class CorrectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_country_is_taken_away_and_everybody_is_told()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([]);
        await portal.IndexAsync(Given.Article("Chips", country: "FR"));

        using var answer = await CorrectAsync(portal, "Chips", ("change", "not-country:FR"));
        var page = await portal.UntilAsync("/articles/" + Given.Id("Chips") + "?kept=1", _ => !portal.Feeds.Corrections.IsEmpty);

        var told = Assert.Single(portal.Feeds.Corrections);
        Assert.Equal((Given.Id("Chips"), 0, "local"), (told.ArticleId, told.Countries!.Count, told.By));
        Assert.Equal(["compute"], told.Themes!);
        Assert.Contains("Thank you, your correction is kept.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"not-country:FR\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrections_of_one_article_add_up()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([]);
        await portal.IndexAsync(Given.Article("Chips", country: "FR"));

        using var first = await CorrectAsync(portal, "Chips", ("country", "JP"), ("role", "supplier"));
        using var second = await CorrectAsync(portal, "Chips", ("change", "not-theme:compute"));
        await portal.UntilAsync("/about", _ => portal.Feeds.Corrections.Count == 2);

        var last = portal.Feeds.Corrections.OrderBy(correction => correction.At).Last();
        Assert.Equal([new("FR", CountryRole.Subject), new CorrectedCountry("JP", CountryRole.Supplier)], last.Countries!);
        Assert.Empty(last.Themes!);
    }

    [Theory]
    [InlineData("change", "not-planet:mars")]
    [InlineData("country", "Atlantis")]
    [InlineData("nothing", "at all")]
    public async Task What_cannot_be_understood_corrects_nothing(string name, string value)
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([]);
        await portal.IndexAsync(Given.Article("Chips"));

        using var answer = await CorrectAsync(portal, "Chips", (name, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(portal.Feeds.Corrections);
    }

    private static Task<HttpResponseMessage> CorrectAsync(PortalHost portal, string title, params (string Name, string Value)[] fields)
    {
        var page = "/articles/" + Given.Id(title);
        return PortalHost.SendFormAsync(portal.Client, page, page + "/tags", fields);
    }
}
