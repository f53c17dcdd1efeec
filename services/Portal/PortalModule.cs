using Monitoring.Hosting;

namespace Monitoring.Portal;

/// <summary>What this service is made of.</summary>
public sealed class PortalModule : IServiceModule
{
    public static string Name => "portal";

    public static int Port => 5080;

    public static void AddServices(IHostApplicationBuilder builder)
    {
    }
}
