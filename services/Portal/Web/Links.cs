using Monitoring.Portal.Search;

namespace Monitoring.Portal.Web;

/// <summary>Addresses of pages.</summary>
public static class Links
{
    public static string Article(string id) => "/articles/" + Uri.EscapeDataString(id);

    public static string Story(string id) => (new SearchAddress { ByStory = false }).With(Filter.Story, id).At();

    public static string Country(string code) => new SearchAddress().With(Filter.Country, code).At();

    public static string Theme(string id) => new SearchAddress().With(Filter.Theme, id).At();
}
