using Monitoring.Hosting;

namespace Monitoring.FeedIngestor;

/// <summary>What this service is made of.</summary>
public sealed class FeedIngestorModule : IServiceModule
{
    public static string Name => "feed-ingestor";

    public static int Port => 5081;

    public static void AddServices(IHostApplicationBuilder builder)
    {
    }
}
