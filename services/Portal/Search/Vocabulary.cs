using Monitoring.ArticleIndex;
using Monitoring.Taxonomy;

namespace Monitoring.Portal.Search;

/// <summary>What queries may name: the taxonomy in the form that the query language reads.</summary>
internal static class Vocabulary
{
    /// <summary>Regions and blocs with the members of today.</summary>
    public static QueryVocabulary Today(TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var regions = Regions.All.ToDictionary(region => region.Id, region => region.Members);
        foreach (var bloc in Blocs.All)
        {
            // A pack that bears a region's name is the same set.
            regions.TryAdd(bloc.Id, bloc.MembersOn(today));
        }

        return new QueryVocabulary
        {
            Regions = regions,
            Countries = Countries.All.Select(country => country.Code).ToHashSet(),
            CountryNames = Names(),
            Themes = Themes.All.Select(theme => theme.Id).ToHashSet(),
        };
    }

    private static Dictionary<string, string> Names()
    {
        var names = Countries.All.ToDictionary(country => country.Name.ToLowerInvariant(), country => country.Code);
        foreach (var name in CountryNames.All.Where(name => Language.Words.Languages.Contains(name.Language)))
        {
            names.TryAdd(name.Name.ToLowerInvariant(), name.Code);
        }

        return names;
    }
}
