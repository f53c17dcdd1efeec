using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace Monitoring.Portal.Access;

internal static class AccessServices
{
    private const string Either = "either";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey("Authorization") ? ApiKeyHandler.SchemeName : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(SessionCookie.Configure)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        services.AddAuthorization().AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "monitoring-form";
            forms.Cookie.HttpOnly = true;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // SecurityHeaders denies frames altogether.
            forms.SuppressXFrameOptionsHeader = true;
        });
        return services
            .AddSingleton<Visitors>()
            .AddScoped<Viewer>()
            .AddSingleton<IAuthorizationHandler, RightHandler>()
            .AddSingleton<EditorStore>()
            .AddSingleton<ApiKeyStore>()
            .AddSingleton<SessionCookie>();
    }
}
