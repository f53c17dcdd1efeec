using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Monitoring.Hosting;

/// <summary>A module's static members as values, so that a host can keep a list of them.</summary>
internal sealed record ModuleRegistration(
    string Name,
    int Port,
    Action<IHostApplicationBuilder> AddServices,
    Action<IBusRegistrationConfigurator> AddConsumers,
    Action<WebApplication> MapEndpoints,
    IReadOnlyList<ServiceCommand> Commands)
{
    public static ModuleRegistration Of<TModule>()
        where TModule : IServiceModule =>
        new(TModule.Name, TModule.Port, TModule.AddServices, TModule.AddConsumers, TModule.MapEndpoints, TModule.Commands);
}
