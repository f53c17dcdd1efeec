using Monitoring.Portal.Web;

namespace Monitoring.Portal.About;

internal static class AboutEndpoints
{
    public static void MapAbout(this IEndpointRouteBuilder pages) => pages.MapGet("/about", () => View.Of<AboutPage>(new object()));
}
