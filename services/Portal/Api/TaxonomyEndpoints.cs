using System.ComponentModel;
using Monitoring.Taxonomy;

namespace Monitoring.Portal.Api;

/// <summary>What codes and ids stand for.</summary>
internal static class TaxonomyEndpoints
{
    public static void MapTaxonomy(this IEndpointRouteBuilder api)
    {
        api.MapGet("/countries", ListCountries).WithSummary("Countries and territories").WithTags("Taxonomy");
        api.MapGet("/themes", ListThemes).WithSummary("The 13 themes").WithTags("Taxonomy");
        api.MapGet("/regions", ListRegions).WithSummary("Regions, treaty organisations and informal groups, with their members of today").WithTags("Taxonomy");
    }

    private static JsonAnswer<IReadOnlyList<CountryJson>> ListCountries(Language.Words words) =>
        JsonAnswer.Lasting<IReadOnlyList<CountryJson>>([.. Countries.All.Select(country => new CountryJson(country.Code, words.Country(country.Code), country.Region, country.Capital))]);

    private static JsonAnswer<IReadOnlyList<ThemeJson>> ListThemes(Language.Words words) =>
        JsonAnswer.Lasting<IReadOnlyList<ThemeJson>>([.. Themes.All.Select(theme => new ThemeJson(theme.Id, theme.NameIn(words.Language), theme.Definition))]);

    private static JsonAnswer<IReadOnlyList<RegionJson>> ListRegions(Language.Words words, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return JsonAnswer.Lasting<IReadOnlyList<RegionJson>>(
        [
            .. Regions.All.Select(region => new RegionJson(region.Id, region.NameIn(words.Language), "region", region.Members)),
            // A pack that bears a region's name is the same set.
            .. Blocs.All.Where(bloc => Regions.Find(bloc.Id) is null).Select(bloc => new RegionJson(bloc.Id, bloc.Name, bloc.Kind, bloc.MembersOn(today))),
        ]);
    }
}

/// <summary>A country or territory.</summary>
public sealed record CountryJson(
    [property: Description("ISO 3166-1 alpha-2, EU or XK.")] string Code,
    [property: Description("In the language of Accept-Language.")] string Name,
    [property: Description("Id of its region; empty for EU.")] string Region,
    string Capital);

/// <summary>A theme.</summary>
public sealed record ThemeJson(string Id, [property: Description("In the language of Accept-Language.")] string Name, string Definition);

/// <summary>A set of countries that a query names with <c>region:</c>.</summary>
public sealed record RegionJson(string Id, string Name, [property: Description("region, treaty, informal or pack.")] string Kind, IReadOnlyList<string> Members);
