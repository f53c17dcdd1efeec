using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Monitoring.Storage;

/// <summary>Puts a service's database into its host.</summary>
public static class StorageServices
{
    /// <summary>Registers <see cref="Database{TService}"/>, migrates it before anything else starts and reports it in <c>/health/ready</c>.</summary>
    public static IServiceCollection AddDatabase<TService>(this IServiceCollection services, string name, IConfiguration configuration)
    {
        services.AddSingleton(_ => new Database<TService>(name, StorageOptions.From(configuration)));
        services.AddSingleton<IHostedService>(provider => new MigrateAtStart(provider.GetRequiredService<Database<TService>>()));
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            "store-" + name,
            provider => new DatabaseHealthCheck(provider.GetRequiredService<Database<TService>>()),
            HealthStatus.Unhealthy,
            ["ready"]));
        return services;
    }

    private sealed class MigrateAtStart(IDatabase database) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => Migrator.MigrateAsync(database, cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class DatabaseHealthCheck(IDatabase database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var connection = await database.OpenAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (System.Data.Common.DbException failure)
            {
                return HealthCheckResult.Unhealthy($"The store of {database.Name} does not answer: {failure.Message}");
            }
        }
    }
}
