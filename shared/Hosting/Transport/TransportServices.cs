using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Monitoring.Hosting.Transport;

/// <summary>The one place that knows MassTransit's set-up.</summary>
internal static class TransportServices
{
    public static void AddTransport(this IServiceCollection services, TransportOptions options, IReadOnlyList<ModuleRegistration> modules)
    {
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(new ServiceEndpointNameFormatter());
            foreach (var module in modules)
            {
                module.AddConsumers(bus);
            }

            bus.AddConfigureEndpointsCallback(ConfigureEndpoint);
            if (options.RabbitMq is { } broker)
            {
                // Publisher confirms are MassTransit's default: Publish returns when the broker has the message.
                bus.UsingRabbitMq((context, rabbit) =>
                {
                    rabbit.Host(broker);
                    rabbit.ConfigureEndpoints(context);
                });
            }
            else
            {
                bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
            }
        });
        services.Configure<MassTransitHostOptions>(host =>
        {
            host.WaitUntilStarted = true;
            host.StartTimeout = TimeSpan.FromSeconds(60);
            host.StopTimeout = TimeSpan.FromSeconds(3);
            host.ConsumerStopTimeout = TimeSpan.FromSeconds(2);
        });
    }

    private static void ConfigureEndpoint(IRegistrationContext context, string name, IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.SetQuorumQueue();
        }

        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<PoisonMessageException>();
            retry.Ignore<ShutdownDuringOutageException>();
            retry.Exponential(5, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));
        });
        endpoint.UseOutageHold(context);
    }
}
