using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Monitoring.Portal.Web;

/// <summary>Which names this portal answers to, and whose word counts about where a request comes from.</summary>
internal static class Proxies
{
    public static void AddProxies(this IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Portal").Get<PortalOptions>() ?? new PortalOptions();
        builder.Services.Configure<ForwardedHeadersOptions>(headers =>
        {
            headers.ForwardedHeaders = options.TrustedProxies is null ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var network in options.Networks)
            {
                headers.KnownIPNetworks.Add(network);
            }
        });
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(180));
        if (string.IsNullOrEmpty(builder.Configuration["AllowedHosts"]) && IsLoopback(builder.Configuration))
        {
            // A page elsewhere whose name leads to this machine (DNS rebinding) reads nothing here.
            List<string> names = ["localhost", "127.0.0.1", "[::1]", .. PublicNames(builder.Configuration)];
            builder.Services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = names);
        }
    }

    private static bool IsLoopback(IConfiguration configuration) =>
        !configuration.GetSection("Kestrel:Endpoints").Exists()
        && (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(address => Access.Visitors.IsLoopback(BindingAddress.Parse(address).Host));

    // Under these a proxy on this machine passes requests on: to pages, and to the receiver of pushed news.
    private static IEnumerable<string> PublicNames(IConfiguration configuration) =>
        new[] { configuration["Portal:PublicAddress"], configuration["WebSub:PublicAddress"] }
            .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : null).OfType<string>();
}
