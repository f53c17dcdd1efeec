using Monitoring.Taxonomy;

namespace Monitoring.Contracts.Tests.Taxonomy;

public sealed class TaxonomyTests
{
    [Fact]
    public void The_ten_regions_partition_the_countries()
    {
        var members = Regions.All.SelectMany(region => region.Members).ToList();

        Assert.Equal(10, Regions.All.Count);
        Assert.Equal(members.Count, members.Distinct().Count());
        Assert.Equal(Countries.All.Select(country => country.Code).Where(code => code != "EU"), members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_are_249_countries_of_ISO_3166_and_Kosovo_and_the_Union() => Assert.Equal(251, Countries.All.Count);

    [Fact]
    public void The_themes_are_the_thirteen_of_the_codebook() =>
        Assert.Equal(
            ["chips", "compute", "cooperation", "data", "defence", "funding", "geopolitics", "industry", "national-models", "public-services", "regulation", "research-talent", "strategy"],
            Themes.All.Select(theme => theme.Id).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("FR", "de", "Frankreich")]
    [InlineData("JP", "ja", "日本")]
    [InlineData("AE", "es", "Emiratos Árabes Unidos")]
    [InlineData("FR", "xx", "France")]
    [InlineData("??", "en", "??")]
    public void A_country_has_a_name_in_every_language_of_the_pages(string code, string language, string expected) =>
        Assert.Equal(expected, Countries.NameOf(code, language));

    [Fact]
    public void Names_have_a_language_and_belong_to_a_country() =>
        Assert.All(CountryNames.All, name => Assert.True(name.Language.Length > 0 && name.Name.Length > 0 && Countries.Find(name.Code) is not null, name.ToString()));

    [Fact]
    public void Membership_has_a_beginning_and_an_end()
    {
        var union = Blocs.Find("eu")!;

        Assert.Contains("GB", union.MembersOn(new DateOnly(2019, 12, 31)));
        Assert.DoesNotContain("GB", union.MembersOn(new DateOnly(2020, 2, 1)));
        Assert.Equal(27, union.MembersOn(new DateOnly(2026, 1, 1)).Count);
    }

    [Fact]
    public void Every_member_of_a_bloc_is_a_country() =>
        Assert.All(Blocs.All.SelectMany(bloc => bloc.Memberships), member => Assert.NotNull(Countries.Find(member.Code)));
}
