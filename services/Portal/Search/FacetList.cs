using System.Globalization;
using Monitoring.ArticleIndex;
using Monitoring.Portal.Language;

namespace Monitoring.Portal.Search;

/// <summary>The values of one facet, each with the address that switches it on or off.</summary>
/// <param name="Facet">Which facet.</param>
/// <param name="Lines">Most frequent first.</param>
public sealed record FacetList(SearchFacet Facet, IReadOnlyList<FacetLine> Lines)
{
    private static readonly Dictionary<SearchFacet, Filter> s_filters = new()
    {
        [SearchFacet.Country] = Filter.Country,
        [SearchFacet.Role] = Filter.Role,
        [SearchFacet.Theme] = Filter.Theme,
        [SearchFacet.Language] = Filter.Language,
        [SearchFacet.Source] = Filter.Source,
    };

    public static IReadOnlyList<FacetList> Of(SearchAddress address, SearchPage page, Words words) =>
        [.. Enum.GetValues<SearchFacet>().Select(facet => Of(facet, address, page.Facets.GetValueOrDefault(facet) ?? [], words)).Where(list => list.Lines.Count > 0)];

    private static FacetList Of(SearchFacet facet, SearchAddress address, IReadOnlyList<FacetValue> values, Words words)
    {
        if (facet == SearchFacet.Month)
        {
            values = [.. values.OrderByDescending(value => value.Value, StringComparer.Ordinal)];
        }

        var most = Math.Max(1, values.Select(value => value.Count).DefaultIfEmpty(1).Max());
        return new(facet, [.. values.Select(value => Line(facet, address, value, words) with { Percent = (int)Math.Round(100.0 * value.Count / most) })]);
    }

    private static FacetLine Line(SearchFacet facet, SearchAddress address, FacetValue value, Words words)
    {
        if (facet == SearchFacet.Month)
        {
            return Month(address, value, words);
        }

        var kind = s_filters[facet];
        var isOn = address.Values(kind).Contains(value.Value);
        return new(
            Label(kind, value.Value, value.Label, words),
            value.Count,
            isOn,
            (isOn ? address.Without(kind, value.Value) : address.With(kind, value.Value)).At());
    }

    private static FacetLine Month(SearchAddress address, FacetValue value, Words words)
    {
        var first = DateTimeOffset.ParseExact(value.Value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var isOn = address.From == first && address.To == first.AddMonths(1);
        return new(words.Month(first), value.Count, isOn, (isOn ? address.Between(null, null) : address.Between(first, first.AddMonths(1))).At());
    }

    /// <summary>What a filter's value is called.</summary>
    public static string Label(Filter kind, string value, string? label, Words words) => kind switch
    {
        Filter.Country => value.Split('/') is [var code, var role] ? $"{words.Country(code)} ({words["role." + role]})" : words.Country(value),
        Filter.Role => words["role." + value.ToLowerInvariant()],
        Filter.Theme => words.Theme(value),
        Filter.Language => words.NameOfLanguage(value),
        _ => label ?? value,
    };
}

/// <summary>One value of a facet.</summary>
/// <param name="Label">Name for readers.</param>
/// <param name="Count">Articles.</param>
/// <param name="IsOn">Whether the search is filtered by it.</param>
/// <param name="Href">The search with it switched.</param>
public sealed record FacetLine(string Label, long Count, bool IsOn, string Href)
{
    /// <summary>Part of the most frequent value, 0 to 100.</summary>
    public int Percent { get; init; }
}
