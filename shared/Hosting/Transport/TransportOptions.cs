using Microsoft.Extensions.Configuration;
using Monitoring.Hosting.Startup;

namespace Monitoring.Hosting.Transport;

/// <summary>Which transport carries messages: RabbitMQ when <c>ConnectionStrings__RabbitMq</c> is present, else memory.</summary>
internal sealed record TransportOptions(Uri? RabbitMq)
{
    public static TransportOptions From(IConfiguration configuration)
    {
        var text = configuration.GetConnectionString("RabbitMq");
        if (string.IsNullOrWhiteSpace(text))
        {
            return new((Uri?)null);
        }

        // The text may hold a password: it is not repeated.
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("amqp" or "amqps" or "rabbitmq" or "rabbitmqs")
            ? new(address)
            : throw new StartupException("ConnectionStrings__RabbitMq is not an address of the form amqp://user:password@host:port/virtual-host.");
    }
}
