using Monitoring.Hosting;

namespace Monitoring.Indexer;

/// <summary>What this service is made of.</summary>
public sealed class IndexerModule : IServiceModule
{
    public static string Name => "indexer";

    public static int Port => 5083;

    public static void AddServices(IHostApplicationBuilder builder)
    {
    }
}
