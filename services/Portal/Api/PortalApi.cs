using System.Reflection;
using Monitoring.Portal.Access;
using Monitoring.Portal.Web;
using Scalar.AspNetCore;

namespace Monitoring.Portal.Api;

/// <summary>The JSON API, its OpenAPI document and its reference page.</summary>
internal static class PortalApi
{
    private const string Prefix = "api/v1/";

    public static IServiceCollection AddPortalApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = route => route.RelativePath?.StartsWith(Prefix, StringComparison.Ordinal) == true && route.HttpMethod != HttpMethods.Head;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Sovereign AI Monitor",
                Version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3),
                Description = "Articles about sovereign AI, tagged by country, role and theme. Errors are problem details (RFC 9457); answers carry an ETag. Changes need a key: `Authorization: Bearer KEY`, made by `dotnet run --project services/Portal -- add-key NAME feeds`.",
            };
            // Relative to where the document was read: right behind any proxy.
            document.Servers = [new() { Url = "/" }];
            return Task.CompletedTask;
        });
    });

    public static void MapPortalApi(this WebApplication app)
    {
        var api = app.MapGroup("/" + Prefix).RequireRateLimiting(RateLimits.Policy).AnswersHead().Needs(Right.Read);
        api.MapArticleSearch();
        api.MapFeedsApi();
        api.MapTaxonomy();
        app.MapOpenApi();
        app.MapScalarApiReference(SecurityHeaders.Reference, static (options, context) => options
            .WithTitle("API · Sovereign AI Monitor")
            .WithNonce(SecurityHeaders.Nonce(context))
            .WithFavicon(AssetFiles.Address("icon.svg"))
            // Nothing leaves this machine: no fonts, no proxy, no telemetry, no agent of the vendor.
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools());
    }
}
