using Monitoring.Hosting;

namespace Monitoring.Alerts;

/// <summary>What this service is made of.</summary>
public sealed class AlertsModule : IServiceModule
{
    public static string Name => "alerts";

    public static int Port => 5084;

    public static void AddServices(IHostApplicationBuilder builder)
    {
    }
}
