using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Monitoring.Storage;

/// <summary>The rows of one service: a SQLite file or a PostgreSQL schema that carries the service's name.</summary>
/// <typeparam name="TService">A type in the service's assembly: tells one service's database from another's in a shared process, and where the migrations are.</typeparam>
public sealed class Database<TService> : IDatabase, IAsyncDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly NpgsqlDataSource? _postgres;
    private readonly string _connectionString;

    /// <param name="name">Kebab-case name of the service.</param>
    /// <param name="options">Where to keep the rows.</param>
    /// <exception cref="ArgumentException">The PostgreSQL connection string is malformed.</exception>
    public Database(string name, StorageOptions options)
    {
        DapperTypes.Register();
        Name = name;
        Schema = name.Replace('-', '_');

        if (options.Postgres is null)
        {
            FilePath = Path.Combine(options.Directory, name + ".db");
            _connectionString = new SqliteConnectionStringBuilder { DataSource = FilePath, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        }
        else
        {
            _connectionString = new NpgsqlConnectionStringBuilder(options.Postgres) { SearchPath = Schema, ApplicationName = name }.ToString();
            _postgres = NpgsqlDataSource.Create(_connectionString);
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public SqlDialect Dialect => _postgres is null ? SqlDialect.Sqlite : SqlDialect.Postgres;

    /// <inheritdoc/>
    public string Schema { get; }

    /// <inheritdoc/>
    public string? FilePath { get; }

    string IDatabase.ConnectionString => _connectionString;

    System.Reflection.Assembly IDatabase.MigrationAssembly => typeof(TService).Assembly;

    /// <inheritdoc/>
    public string SkipLocked => Dialect == SqlDialect.Postgres ? "for update skip locked" : "";

    /// <inheritdoc/>
    // Npgsql sends an array as one value, for which PostgreSQL has any(); for SQLite Dapper writes the list out.
    public string IsOneOf(string parameter) => Dialect == SqlDialect.Postgres ? $"= any(@{parameter})" : $"in @{parameter}";

    /// <inheritdoc/>
    public async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        if (_postgres is not null)
        {
            return await _postgres.OpenConnectionAsync(cancel);
        }

        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            await using var pragma = connection.CreateCommand();
            // WAL with NORMAL survives kill -9; a power cut may lose the last transactions, which republishing makes good.
            pragma.CommandText = "pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 30000";
            await pragma.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancel)
    {
        // SQLite has one writer: waiting here is fair and cheap, waiting in the engine is neither.
        var gate = Dialect == SqlDialect.Sqlite ? _writer : null;
        if (gate is not null)
        {
            await gate.WaitAsync(cancel);
        }

        try
        {
            await using var connection = await OpenAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            var result = await work(transaction);
            await transaction.CommitAsync(cancel);
            return result;
        }
        finally
        {
            gate?.Release();
        }
    }

    /// <inheritdoc/>
    public Task WriteAsync(Func<DbTransaction, Task> work, CancellationToken cancel) =>
        WriteAsync(
            async transaction =>
            {
                await work(transaction);
                return true;
            },
            cancel);

    /// <summary>Closes pooled connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        _writer.Dispose();
    }
}
