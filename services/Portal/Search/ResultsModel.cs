using Monitoring.ArticleIndex;
using Monitoring.Portal.Language;
using Monitoring.Portal.Sources;

namespace Monitoring.Portal.Search;

/// <summary>All that the search page shows.</summary>
public sealed record ResultsModel
{
    public required SearchAddress Address { get; init; }

    public required SearchPage Page { get; init; }

    public IReadOnlyList<ParameterProblem> Problems { get; init; } = [];

    public IReadOnlyList<FacetList> Facets { get; init; } = [];

    public IReadOnlyList<Bar> Bars { get; init; } = [];

    /// <summary>How far reading the feeds has come; null when there is nothing to tell.</summary>
    public FeedProgress? Progress { get; init; }

    /// <summary>The filters in use, each with the address of the search without it.</summary>
    public IReadOnlyList<(string Kind, string Label, string Href)> Chips(Words words)
    {
        var sources = Page.Facets.GetValueOrDefault(SearchFacet.Source) ?? [];
        List<(string, string, string)> chips =
        [
            .. Address.Filters.Select(filter => (
                words["filter." + filter.Kind.ToString().ToLowerInvariant()],
                filter.Kind == Filter.Story ? words["filter.story.one"] : FacetList.Label(filter.Kind, filter.Value, LabelOf(sources, filter.Value), words),
                Address.Without(filter.Kind, filter.Value).At())),
        ];
        if (Address.From is { } from)
        {
            chips.Add((words["filter.from"], words.Day(from), Address.Between(null, Address.To).At()));
        }

        if (Address.To is { } to)
        {
            chips.Add((words["filter.to"], words.Day(to.AddTicks(-1)), Address.Between(Address.From, null).At()));
        }

        if (Address.All)
        {
            chips.Add((words["filter.all"], words["filter.all.on"], (Address with { All = false, Cursor = null }).At()));
        }

        return chips;
    }

    private static string? LabelOf(IReadOnlyList<FacetValue> values, string value) => values.FirstOrDefault(each => each.Value == value)?.Label;
}
