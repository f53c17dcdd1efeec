using RabbitMQ.Client;

namespace Monitoring.EndToEnd.Tests;

/// <summary>The broker that RABBITMQ_URL names. Queues that tests leave behind go away with the broker, which test.sh starts for them alone.</summary>
internal sealed class BrokerHost
{
    private BrokerHost(string url) => Url = url;

    public string Url { get; }

    public static async Task<BrokerHost> CreateAsync(CancellationToken cancel)
    {
        var url = Environment.GetEnvironmentVariable("RABBITMQ_URL");
        Assert.SkipWhen(string.IsNullOrEmpty(url), "set RABBITMQ_URL");
        await using var connection = await new ConnectionFactory { Uri = new Uri(url!) }.CreateConnectionAsync(cancel);
        return new BrokerHost(url!);
    }

}
