using Monitoring.Portal.Language;

namespace Monitoring.Portal.Web;

internal static class Pages
{
    /// <summary>The group of all pages: in the reader's language, never cached by others.</summary>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().RequireRateLimiting(RateLimits.Policy).AnswersHead();
        pages.AddEndpointFilter(static (context, next) =>
        {
            var response = context.HttpContext.Response;
            response.Headers.ContentLanguage = context.HttpContext.RequestServices.GetRequiredService<Words>().Language;
            response.Headers.Vary = "Accept-Language";
            response.Headers.CacheControl = "private, no-cache";
            return next(context);
        });
        return pages;
    }
}
