using Monitoring.Hosting;

namespace Monitoring.Classifier;

/// <summary>What this service is made of.</summary>
public sealed class ClassifierModule : IServiceModule
{
    public static string Name => "classifier";

    public static int Port => 5082;

    public static void AddServices(IHostApplicationBuilder builder)
    {
    }
}
