using CsCheck;
using Monitoring.ArticleIndex;
using Monitoring.Portal.Search;

namespace Monitoring.Portal.Tests.Search;

public sealed class SearchAddressTests
{
    private static readonly string[] s_countries = ["FR", "JP", "US/supplier"];

    private static readonly Gen<SearchAddress> s_addresses = Gen.Select(
        Gen.String, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[1, 200], Gen.Int[0, 20_000], Gen.Int[0, 2].Select(at => s_countries[at]),
        (query, best, byStory, all, size, day, country) => new SearchAddress
        {
            Query = query.Trim(),
            Filters = [(Filter.Country, country), (Filter.Theme, "compute")],
            From = DateTimeOffset.UnixEpoch.AddDays(day),
            To = DateTimeOffset.UnixEpoch.AddDays(day + 3),
            Sort = best ? SearchSort.Best : SearchSort.Newest,
            ByStory = byStory,
            All = all,
            Size = size,
        });

    [Fact]
    public void Every_state_survives_the_way_through_an_address() => s_addresses.Sample(address =>
    {
        var (read, problems) = AddressReader.Read(ParametersOf(address.At()), groupsByDefault: true);

        Assert.Empty(problems);
        Assert.Equal(address.At(), read.At());
        Assert.Equal(address.ToRequest().Query, read.ToRequest().Query);
    });

    [Theory]
    [InlineData("Mars", "country")]
    [InlineData("FR/owner", "country")]
    public void An_unknown_country_is_left_out_and_told(string value, string name)
    {
        var (read, problems) = AddressReader.Read(new SearchParameters { Country = [value] }, groupsByDefault: true);

        Assert.Empty(read.Filters);
        Assert.Equal(name, Assert.Single(problems).Name);
    }

    [Fact]
    public void Values_may_be_repeated_or_separated_by_commas()
    {
        var (read, _) = AddressReader.Read(new SearchParameters { Country = ["fr,jp", "FR"] }, groupsByDefault: true);

        Assert.Equal(["FR", "JP"], read.Values(Filter.Country));
    }

    [Fact]
    public void The_last_day_belongs_to_the_search()
    {
        var (read, _) = AddressReader.Read(new SearchParameters { To = "2026-03-31" }, groupsByDefault: true);

        Assert.Equal(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), read.To);
        Assert.Equal("/search?to=2026-03-31", read.At());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("201")]
    [InlineData("many")]
    public void A_page_size_outside_its_limits_is_told(string size)
    {
        var (read, problems) = AddressReader.Read(new SearchParameters { Size = size }, groupsByDefault: true);

        Assert.Equal(SearchAddress.DefaultSize, read.Size);
        Assert.Single(problems);
    }

    private static SearchParameters ParametersOf(string address)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://x" + address).Query);
        string? One(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
        return new SearchParameters
        {
            Q = One("q"), Country = Many("country"), Theme = Many("theme"), From = One("from"), To = One("to"),
            Sort = One("sort"), Group = One("group"), All = One("all"), Size = One("size"),
        };

        string[]? Many(string name) => query.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : null;
    }
}
