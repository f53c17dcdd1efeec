using Monitoring.Portal.Search;

namespace Monitoring.Portal.Web;

/// <summary>Addresses of pages.</summary>
public static class Links
{
    public static string Article(string id) => "/articles/" + Uri.EscapeDataString(id);

    public static string Story(string id) => (new SearchAddress { ByStory = false }).With(Filter.Story, id).At();

    public static string Country(string code) => "/countries/" + code;

    public static string Theme(string id) => "/themes/" + id;
}
