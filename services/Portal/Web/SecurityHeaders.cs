using System.Security.Cryptography;

namespace Monitoring.Portal.Web;

/// <summary>What every answer tells browsers: nothing from elsewhere, nothing inline, no frames.</summary>
internal static class SecurityHeaders
{
    /// <summary>Where the API's reference page lives: the one page whose script makes styles of its own.</summary>
    public const string Reference = "/docs";

    private const string Strict =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly object s_nonce = new();

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(Reference, StringComparison.OrdinalIgnoreCase) ? ForReference(Nonce(context)) : Strict;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });

    /// <summary>The word that lets this answer's own inline script run, and no other.</summary>
    public static string Nonce(HttpContext context)
    {
        if (context.Items[s_nonce] is not string nonce)
        {
            context.Items[s_nonce] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        }

        return nonce;
    }

    private static string ForReference(string nonce) =>
        $"default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
