using Dapper;
using Monitoring.Storage;
using Npgsql;

namespace Monitoring.Fixtures;

/// <summary>A migrated, empty database of one service in either engine, gone when disposed.</summary>
internal sealed class TestDatabase<TService> : IAsyncDisposable
{
    private readonly Func<ValueTask> _remove;

    private TestDatabase(Database<TService> database, Func<ValueTask> remove)
    {
        Database = database;
        _remove = remove;
    }

    public Database<TService> Database { get; }

    public static async Task<TestDatabase<TService>> CreateAsync(SqlDialect dialect, string service, CancellationToken cancel)
    {
        var created = dialect == SqlDialect.Sqlite ? Sqlite(service) : await PostgresAsync(service, cancel);
        await Migrator.MigrateAsync(created.Database, cancel);
        return created;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _remove();
    }

    private static TestDatabase<TService> Sqlite(string service)
    {
        var folder = Directory.CreateTempSubdirectory("monitoring-store-").FullName;
        return new(new Database<TService>(service, new StorageOptions { Directory = folder }), () =>
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        });
    }

    private static async Task<TestDatabase<TService>> PostgresAsync(string service, CancellationToken cancel)
    {
        var server = Environment.GetEnvironmentVariable("POSTGRES_URL");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "set POSTGRES_URL");
        var name = "test_" + Guid.NewGuid().ToString("n");
        await ExecuteAsync(server!, $"create database {name}", cancel);
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
        return new(
            new Database<TService>(service, new StorageOptions { Postgres = connection }),
            async () => await ExecuteAsync(server!, $"drop database {name} with (force)", CancellationToken.None));
    }

    private static async Task ExecuteAsync(string server, string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(cancel);
        await connection.ExecuteAsync(sql);
    }
}
