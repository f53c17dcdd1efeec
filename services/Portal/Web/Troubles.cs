using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Monitoring.ArticleIndex;
using Monitoring.Portal.Components;

namespace Monitoring.Portal.Web;

/// <summary>What a reader or a program is told when there is no answer: a page, or problem details as in RFC 9457.</summary>
internal static class Troubles
{
    public static void UseTroubles(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = TellFailureAsync,
            // An outage is a state of the installation, shown by the health check; a stack per request says no more.
            SuppressDiagnosticsCallback = failure => failure.Exception is IndexUnavailableException or SilentServiceException or BadHttpRequestException,
        });
        app.MapFallback(context => TellAsync(context, StatusCodes.Status404NotFound, "trouble.missing", "trouble.missing.text", null));
    }

    /// <summary>The answer where something that the address names does not exist.</summary>
    public static IResult Missing(string key) => new Told(StatusCodes.Status404NotFound, key);

    /// <summary>The answer to a request that this portal will not serve.</summary>
    public static IResult Refused(string key) => new Told(StatusCodes.Status400BadRequest, key);

    private static Task TellFailureAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        return failure switch
        {
            IndexUnavailableException outage =>
                TellAsync(context, StatusCodes.Status503ServiceUnavailable, "trouble.index", "trouble.index." + outage.Reason, outage.Message),
            SilentServiceException silent => TellAsync(context, StatusCodes.Status503ServiceUnavailable, "trouble.silent", "trouble.silent.text", silent.Message),
            BadHttpRequestException bad => TellAsync(context, bad.StatusCode, "trouble.request", "trouble.request.text", bad.Message),
            _ => TellAsync(context, StatusCodes.Status500InternalServerError, "trouble.error", "trouble.error.text", context.TraceIdentifier),
        };
    }

    /// <summary>Tells it as a page or as problem details, whichever the address is for.</summary>
    public static Task TellAsync(HttpContext context, int status, string title, string text, string? detail)
    {
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "30";
        }

        context.Response.Headers.CacheControl = "no-store";
        var words = context.RequestServices.GetRequiredService<Language.Words>();
        IResult answer = IsForPrograms(context)
            ? TypedResults.Problem(title: words[title], detail: string.Join(' ', words[text], detail).Trim(), statusCode: status)
            : new RazorComponentResult<TroublePage>(new { Title = title, Text = text, Detail = detail }) { StatusCode = status, PreventStreamingRendering = true };
        return answer.ExecuteAsync(context);
    }

    /// <summary>Whether the address is asked for by programs, which read problem details, and not by people, who read pages.</summary>
    public static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/openapi") || context.Request.Path.StartsWithSegments("/assets");

    private sealed class Told(int status, string key) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => TellAsync(httpContext, status, key, key + ".text", null);
    }
}
