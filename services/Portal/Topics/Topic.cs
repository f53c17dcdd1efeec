using Monitoring.Portal.Language;
using Monitoring.Portal.Search;
using Monitoring.Taxonomy;

namespace Monitoring.Portal.Topics;

/// <summary>What a page can be about.</summary>
public enum TopicKind
{
    Country,
    Theme,
    Region,
}

/// <summary>A country, a theme, or a region or bloc.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Id">Code or id.</param>
public sealed record Topic(TopicKind Kind, string Id)
{
    /// <summary>The topic with this code or id, or null.</summary>
    public static Topic? Find(TopicKind kind, string id) => kind switch
    {
        TopicKind.Country => Countries.Find(id.ToUpperInvariant()) is { } country ? new(kind, country.Code) : null,
        TopicKind.Theme => Themes.Find(id.ToLowerInvariant()) is { } theme ? new(kind, theme.Id) : null,
        _ => Regions.Find(id.ToLowerInvariant()) is not null || Blocs.Find(id.ToLowerInvariant()) is not null ? new(kind, id.ToLowerInvariant()) : null,
    };

    public string Name(Words words) => Kind switch
    {
        TopicKind.Country => words.Country(Id),
        TopicKind.Theme => words.Theme(Id),
        _ => words.Region(Id),
    };

    /// <summary>The search that finds its articles.</summary>
    public SearchAddress Search => Kind switch
    {
        TopicKind.Country => new SearchAddress().With(Filter.Country, Id),
        TopicKind.Theme => new SearchAddress().With(Filter.Theme, Id),
        _ => new SearchAddress { Query = "region:" + Id },
    };

    /// <summary>Address of its page.</summary>
    public string Href => Kind switch
    {
        TopicKind.Country => "/countries/" + Id,
        TopicKind.Theme => "/themes/" + Id,
        _ => "/regions/" + Id,
    };

    /// <summary>Its value in the address of a comparison.</summary>
    public string Key => Kind.ToString().ToLowerInvariant() + ":" + Id;
}
