namespace Monitoring.Portal.Web;

/// <summary>
/// Refuses changes that a browser makes for another site's page, whatever the route: on loopback there is no login that would stop them.
/// Browsers say where a request comes from (Sec-Fetch-Site, else Origin); programs say nothing and are let through.
/// </summary>
internal static class CrossSite
{
    public static void UseCrossSiteGuard(this WebApplication app) => app.Use(static (context, next) =>
        IsForeign(context.Request) ? Troubles.TellAsync(context, StatusCodes.Status403Forbidden, "trouble.foreign", "trouble.foreign.text", null) : next(context));

    private static bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return false;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site.Length > 0
            ? site is not ("same-origin" or "none")
            : origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
