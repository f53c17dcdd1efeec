using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Monitoring.Portal.Access;

/// <summary>An editor's session: what the cookie holds, and that it ends with the account or its password.</summary>
internal sealed class SessionCookie(EditorStore editors) : CookieAuthenticationEvents
{
    private const string StampClaim = "stamp";

    public static ClaimsPrincipal PrincipalOf(Editor editor) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, editor.Name), new(Visitors.EditorClaim, editor.Name), new(StampClaim, editor.Stamp)],
        CookieAuthenticationDefaults.AuthenticationScheme));

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.EventsType = typeof(SessionCookie);
        cookie.Cookie.Name = "monitoring-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        // Over plain http on a machine or intranet a cookie for https alone would lock everybody out.
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var name = context.Principal?.Identity?.Name ?? "";
        var editor = await editors.FindAsync(name, context.HttpContext.RequestAborted);
        if (editor is null || context.Principal?.HasClaim(StampClaim, editor.Stamp) != true)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => SignInEndpoints.TellUnknownAsync(context.HttpContext);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => SignInEndpoints.TellForbiddenAsync(context.HttpContext);
}
