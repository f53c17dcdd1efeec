using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Metadata;

namespace Monitoring.Portal.Web;

internal static class Forms
{
    private const long MostBytes = 64 * 1024;

    /// <summary>The group of all that pages send: by POST alone, small, and with the token of a page of this portal.</summary>
    public static RouteGroupBuilder MapForms(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("").ExcludeFromDescription().RequireRateLimiting(RateLimits.Policy)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(required: true), new SizeLimit(MostBytes));
        forms.AddEndpointFilter(static async (context, next) =>
            context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } ? await next(context) : Troubles.Refused("trouble.form"));
        return forms;
    }

    /// <summary>Most bytes of a body.</summary>
    public static T Takes<T>(this T routes, long bytes)
        where T : IEndpointConventionBuilder =>
        routes.WithMetadata(new SizeLimit(bytes));

    private sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
