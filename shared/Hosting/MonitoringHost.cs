using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Hosting.Startup;
using Monitoring.Hosting.Transport;

namespace Monitoring.Hosting;

/// <summary>The one wiring: a list of modules becomes a process, be it one service's or everybody's.</summary>
public sealed class MonitoringHost
{
    private readonly string[] _args;
    private readonly bool _singleProcess;
    private readonly List<ModuleRegistration> _modules = [];

    private MonitoringHost(string[] args, bool singleProcess)
    {
        _args = args;
        _singleProcess = singleProcess;
    }

    /// <summary>A service in its own process: it refuses to start without a broker.</summary>
    public static MonitoringHost Create(string[] args) => new(args, singleProcess: false);

    /// <summary>All services in one process: messages stay in memory unless a broker is configured.</summary>
    public static MonitoringHost CreateSingleProcess(string[] args) => new(args, singleProcess: true);

    /// <summary>Adds a service to the process.</summary>
    public MonitoringHost Add<TModule>()
        where TModule : IServiceModule
    {
        _modules.Add(ModuleRegistration.Of<TModule>());
        return this;
    }

    /// <summary>Runs a command when the first argument names one, else the services until they are told to stop.</summary>
    /// <returns>Exit code: 0 after a clean end, 1 when something that the operator can mend kept it from running, 2 for wrong arguments.</returns>
    public async Task<int> RunAsync()
    {
        try
        {
            var arguments = Arguments.Parse(_args, _modules);
            if (arguments.Command is { } command)
            {
                return await CommandRunner.RunAsync(command, arguments.Rest);
            }

            await using var app = Build(arguments.Settings);
            foreach (var check in app.Services.GetServices<IStartupCheck>())
            {
                check.Check();
            }

            await app.RunAsync();
            return 0;
        }
        catch (Exception failure) when (StartupFailure.Explain(failure) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation.Message);
            return explanation.ExitCode;
        }
    }

    /// <summary>Builds the process without running it, for tests that host it themselves.</summary>
    /// <exception cref="StartupException">A setting is missing or cannot be used.</exception>
    public WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            // Pages and data files lie beside the assemblies, wherever the process was started from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        Defaults.Apply(builder, _modules[0].Port);
        var transport = TransportOptions.From(builder.Configuration);
        if (!_singleProcess && transport.RabbitMq is null)
        {
            throw new StartupException(
                $"{_modules[0].Name} needs a broker: set ConnectionStrings__RabbitMq, for instance amqp://guest:guest@127.0.0.1:5672. "
                + "To run everything in one process without one: dotnet run --project services/AllInOne");
        }

        DataFolder.Prepare(builder.Configuration);
        builder.Services.AddSingleton<IStartupCheck, PortProbe>();
        foreach (var module in _modules)
        {
            module.AddServices(builder);
        }

        builder.Services.AddTransport(transport, _modules);
        builder.Services.AddHostedService<StartupReport>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTelemetry(builder.Configuration, _modules);

        var app = builder.Build();
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint();
        foreach (var module in _modules)
        {
            module.MapEndpoints(app);
        }

        return app;
    }
}
