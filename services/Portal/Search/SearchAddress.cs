using System.Globalization;
using System.Text;
using Monitoring.ArticleIndex;
using Monitoring.Contracts;

namespace Monitoring.Portal.Search;

/// <summary>What can be filtered by with a list of values.</summary>
public enum Filter
{
    Country,
    Role,
    Theme,
    Language,
    Source,
    Story,
}

/// <summary>The state of a search: what its address says. Every link on a page is this record with one thing changed.</summary>
public sealed record SearchAddress
{
    public const int DefaultSize = 20;

    public string Query { get; init; } = "";

    public IReadOnlyList<(Filter Kind, string Value)> Filters { get; init; } = [];

    /// <summary>First moment, UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>First moment after, UTC.</summary>
    public DateTimeOffset? To { get; init; }

    public SearchSort Sort { get; init; }

    public bool ByStory { get; init; } = true;

    public bool All { get; init; }

    public int Size { get; init; } = DefaultSize;

    public string? Cursor { get; init; }

    /// <summary>Whether anything but the order narrows it.</summary>
    public bool IsOpen => Query.Length == 0 && Filters.Count == 0 && From is null && To is null;

    public IReadOnlyList<string> Values(Filter kind) => [.. Filters.Where(filter => filter.Kind == kind).Select(filter => filter.Value)];

    public SearchAddress With(Filter kind, string value) =>
        this with { Cursor = null, Filters = Filters.Contains((kind, value)) ? Filters : [.. Filters, (kind, value)] };

    public SearchAddress Without(Filter kind, string value) => this with { Cursor = null, Filters = [.. Filters.Where(filter => filter != (kind, value))] };

    public SearchAddress Without(Filter kind) => this with { Cursor = null, Filters = [.. Filters.Where(filter => filter.Kind != kind)] };

    public SearchAddress Between(DateTimeOffset? from, DateTimeOffset? to) => this with { Cursor = null, From = from, To = to };

    public SearchRequest ToRequest() => new()
    {
        Query = Query,
        Countries = Values(Filter.Country),
        Roles = [.. Values(Filter.Role).Select(role => Enum.Parse<CountryRole>(role, ignoreCase: true))],
        Themes = Values(Filter.Theme),
        Languages = Values(Filter.Language),
        SourceIds = Values(Filter.Source),
        StoryIds = Values(Filter.Story),
        From = From,
        To = To,
        Sort = Sort,
        GroupByStory = ByStory,
        IncludeIrrelevant = All,
        PageSize = Size,
        Cursor = Cursor,
    };

    /// <summary>The address of this search under a path, for instance <c>/search?q=chips&amp;country=JP</c>.</summary>
    public string At(string path = "/search", bool groupsByDefault = true)
    {
        var text = new StringBuilder(path);
        foreach (var (name, value) in Parameters(groupsByDefault))
        {
            text.Append(text.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return text.ToString();
    }

    /// <summary>Name and value of everything that is not as it would be anyway.</summary>
    public IEnumerable<(string Name, string Value)> Parameters(bool groupsByDefault = true)
    {
        var single = new (string Name, string? Value)[]
        {
            ("from", From is { } from ? Text(from) : null),
            ("to", To is { } to ? Text(to == to.Date ? to.AddDays(-1) : to) : null),
            ("sort", Sort == SearchSort.Best ? "best" : null),
            ("group", ByStory == groupsByDefault ? null : ByStory ? "story" : "none"),
            ("all", All ? "true" : null),
            ("size", Size == DefaultSize ? null : Size.ToString(CultureInfo.InvariantCulture)),
            ("after", Cursor),
        };
        return [
            .. Query.Length > 0 ? [("q", Query)] : Array.Empty<(string, string)>(),
            .. Filters.Select(filter => (filter.Kind.ToString().ToLowerInvariant(), filter.Value)),
            .. single.Where(each => each.Value is not null).Select(each => (each.Name, each.Value!)),
        ];
    }

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString(time.UtcDateTime.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
