using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Access;

/// <summary>The login of editors.</summary>
internal static partial class SignInEndpoints
{
    private const string Path = "/login";

    // A hundred words are a password; a megabyte is an attack.
    private const int LongestField = 512;

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages();
        pages.MapGet(Path, (string? @return) => View.Of<SignInPage>(new SignInModel(Local(@return), Failed: false)));
        var forms = routes.MapForms();
        forms.MapPost(Path, SignInAsync).RequireRateLimiting(RateLimits.SignIn);
        forms.MapPost("/logout", (Delegate)SignOutAsync);
    }

    public static string Address(string back) => $"{Path}?return={Uri.EscapeDataString(back)}";

    /// <summary>A page leads to the login; a program is told.</summary>
    public static Task TellUnknownAsync(HttpContext context)
    {
        if (Troubles.IsForPrograms(context) || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Troubles.TellAsync(context, StatusCodes.Status401Unauthorized, "trouble.unknown", "trouble.unknown.text", null);
        }

        context.Response.Redirect(Address(context.Request.Path + context.Request.QueryString));
        return Task.CompletedTask;
    }

    public static Task TellForbiddenAsync(HttpContext context) =>
        Troubles.TellAsync(context, StatusCodes.Status403Forbidden, "trouble.forbidden", "trouble.forbidden.text", null);

    private static async Task<IResult> SignInAsync(HttpContext context, EditorStore editors, ILoggerFactory logs, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var (name, password, back) = (form["name"].ToString(), form["password"].ToString(), Local(form["return"]));
        var editor = name.Length > LongestField || password.Length > LongestField ? null : await editors.CheckAsync(name, password, cancel);
        var log = logs.CreateLogger(typeof(SignInEndpoints));
        if (editor is null)
        {
            LogRefused(log, context.Connection.RemoteIpAddress?.ToString());
            return View.Of<SignInPage>(new SignInModel(back, Failed: true), StatusCodes.Status403Forbidden);
        }

        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SessionCookie.PrincipalOf(editor));
        LogSignedIn(log, editor.Name);
        return new SeeOther(back);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return new SeeOther("/");
    }

    // Only to pages of this portal: "//evil.example" and "/\evil.example" are other hosts.
    private static string Local(string? address) =>
        address is ['/', ..] && !(address.Length > 1 && address[1] is '/' or '\\') && !address.Any(char.IsControl) ? address : "/";

    [LoggerMessage(LogLevel.Information, "Editor {Name} signed in")]
    private static partial void LogSignedIn(ILogger log, string name);

    [LoggerMessage(LogLevel.Warning, "A login from {Address} was refused")]
    private static partial void LogRefused(ILogger log, string? address);
}
