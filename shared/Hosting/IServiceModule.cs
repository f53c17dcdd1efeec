using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Monitoring.Hosting;

/// <summary>One service's table of contents. A host is a list of modules: one in a service's own process, all in AllInOne.</summary>
public interface IServiceModule
{
    /// <summary>Kebab-case name of the service: prefix of its queues, name in logs, telemetry and the store.</summary>
    static abstract string Name { get; }

    /// <summary>Port on loopback when the service runs alone: 5080 to 5086.</summary>
    static abstract int Port { get; }

    /// <summary>Registers what the service is made of.</summary>
    static abstract void AddServices(IHostApplicationBuilder builder);

    /// <summary>Registers the consumers; each gets the queue <c>service-consumer</c>.</summary>
    static virtual void AddConsumers(IBusRegistrationConfigurator bus)
    {
    }

    /// <summary>Maps the service's HTTP routes.</summary>
    static virtual void MapEndpoints(WebApplication app)
    {
    }

    /// <summary>Commands that run instead of the service: <c>dotnet run --project services/X -- NAME ARGUMENTS</c>.</summary>
    static virtual IReadOnlyList<ServiceCommand> Commands => [];
}
