using System.Data.Common;
using System.Globalization;
using Dapper;
using FluentMigrator.Runner;
using FluentMigrator.Runner.Conventions;
using FluentMigrator.Runner.Initialization;
using Microsoft.Extensions.DependencyInjection;

namespace Monitoring.Storage;

/// <summary>Brings a service's tables to the form that its code expects.</summary>
public static class Migrator
{
    /// <summary>Runs the migrations of the service's assembly that have not run yet. Several processes may call it at once.</summary>
    /// <exception cref="DbException">The engine does not answer, or refuses the schema.</exception>
    public static async Task MigrateAsync(IDatabase database, CancellationToken cancel)
    {
        if (database.Dialect == SqlDialect.Sqlite)
        {
            Run(database);
            return;
        }

        await using var connection = await database.OpenAsync(cancel);
        // One lock per schema name: a second process waits, then finds nothing left to do.
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_lock(hashtext(@schema))", new { schema = database.Schema }, cancellationToken: cancel));
        await connection.ExecuteAsync(new CommandDefinition(string.Create(CultureInfo.InvariantCulture, $"create schema if not exists \"{database.Schema}\""), cancellationToken: cancel));
        Run(database);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_unlock(hashtext(@schema))", new { schema = database.Schema }, cancellationToken: cancel));
    }

    private static void Run(IDatabase database)
    {
        using var services = new ServiceCollection()
            .AddFluentMigratorCore()
            .AddSingleton<IConventionSet>(new DefaultConventionSet(database.Dialect == SqlDialect.Postgres ? database.Schema : null, null))
            .Configure<RunnerOptions>(options => options.TransactionPerSession = true)
            .ConfigureRunner(runner =>
            {
                var engine = database.Dialect == SqlDialect.Postgres ? runner.AddPostgres() : runner.AddSQLite();
                engine.WithGlobalConnectionString(database.ConnectionString).ScanIn(database.MigrationAssembly).For.Migrations();
            })
            .BuildServiceProvider();
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
    }
}
