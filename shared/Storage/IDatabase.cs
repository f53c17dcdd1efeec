using System.Data.Common;
using System.Reflection;

namespace Monitoring.Storage;

/// <summary>What migrations, health checks and stores need of a service's database, whichever the service.</summary>
public interface IDatabase
{
    /// <summary>Kebab-case name of the service.</summary>
    string Name { get; }

    /// <summary>Which engine keeps the rows.</summary>
    SqlDialect Dialect { get; }

    /// <summary>PostgreSQL schema of the service.</summary>
    string Schema { get; }

    /// <summary>Absolute path of the SQLite file; null with PostgreSQL.</summary>
    string? FilePath { get; }

    /// <summary>Ends a <c>select</c> inside an <c>update</c> so that several processes never lease the same row; empty on SQLite, which has one process.</summary>
    string SkipLocked { get; }

    /// <summary>Follows a column in a condition: equal to one of the values of an array parameter, for instance <c>$"id {database.IsOneOf("ids")}"</c>.</summary>
    /// <param name="parameter">Name of the parameter, without <c>@</c>; its value must be an array.</param>
    string IsOneOf(string parameter);

    /// <summary>The connection string in force; holds a password, never log it.</summary>
    internal string ConnectionString { get; }

    /// <summary>Where the service's migrations are.</summary>
    internal Assembly MigrationAssembly { get; }

    /// <summary>Opens a connection; the caller disposes it.</summary>
    /// <exception cref="DbException">The engine does not answer or the file cannot be opened.</exception>
    Task<DbConnection> OpenAsync(CancellationToken cancel);

    /// <summary>Runs <paramref name="work"/> in one transaction: all of it is kept, or, when it throws, nothing.</summary>
    Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancel);

    /// <summary>Runs <paramref name="work"/> in one transaction: all of it is kept, or, when it throws, nothing.</summary>
    Task WriteAsync(Func<DbTransaction, Task> work, CancellationToken cancel);
}
