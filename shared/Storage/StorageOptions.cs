using Microsoft.Extensions.Configuration;

namespace Monitoring.Storage;

/// <summary>Where a service keeps its rows, read from the configuration.</summary>
public sealed class StorageOptions
{
    /// <summary>Folder of the SQLite files. <c>Data__Directory</c>; default <c>./data</c>.</summary>
    public string Directory { get; init; } = "data";

    /// <summary>PostgreSQL when present, SQLite when null. <c>ConnectionStrings__Postgres</c>, in Npgsql's form.</summary>
    public string? Postgres { get; init; }

    /// <summary>Reads both settings.</summary>
    public static StorageOptions From(IConfiguration configuration) => new()
    {
        Directory = Path.GetFullPath(configuration["Data:Directory"] ?? "data"),
        Postgres = configuration.GetConnectionString("Postgres"),
    };
}
