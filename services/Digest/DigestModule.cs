using Monitoring.Hosting;

namespace Monitoring.Digest;

/// <summary>What this service is made of.</summary>
public sealed class DigestModule : IServiceModule
{
    public static string Name => "digest";

    public static int Port => 5085;

    public static void AddServices(IHostApplicationBuilder builder)
    {
    }
}
