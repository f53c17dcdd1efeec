using Monitoring.Hosting;

namespace Monitoring.Delivery;

/// <summary>What this service is made of.</summary>
public sealed class DeliveryModule : IServiceModule
{
    public static string Name => "delivery";

    public static int Port => 5086;

    public static void AddServices(IHostApplicationBuilder builder)
    {
    }
}
