using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Monitoring.Integration.Tests.Transport;

/// <summary>Looks at queues as an operator does.</summary>
internal sealed class Broker : IAsyncDisposable
{
    private readonly IConnection _connection;

    private Broker(string url, IConnection connection)
    {
        Url = url;
        _connection = connection;
    }

    public string Url { get; }

    public static async Task<Broker> ConnectAsync(CancellationToken cancel)
    {
        var url = Environment.GetEnvironmentVariable("RABBITMQ_URL");
        Assert.SkipWhen(string.IsNullOrEmpty(url), "set RABBITMQ_URL");
        return new Broker(url!, await new ConnectionFactory { Uri = new Uri(url!) }.CreateConnectionAsync(cancel));
    }

    /// <summary>Messages that wait in a queue, those handed out and not acknowledged left aside; 0 when there is no such queue.</summary>
    public async Task<uint> WaitingAsync(string queue, CancellationToken cancel)
    {
        await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancel);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancel)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404)
        {
            return 0;
        }
    }

    /// <summary>The broker's own words when somebody declares the queue as a classic one.</summary>
    public async Task<string> RedeclareAsClassicAsync(string queue, CancellationToken cancel)
    {
        await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancel);
        var refused = await Assert.ThrowsAsync<OperationInterruptedException>(() => channel.QueueDeclareAsync(
            queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "classic" }, cancellationToken: cancel));
        return refused.Message;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
