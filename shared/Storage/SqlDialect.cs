namespace Monitoring.Storage;

/// <summary>Which engine keeps the rows.</summary>
public enum SqlDialect
{
    /// <summary>One file per service, opened by that service alone.</summary>
    Sqlite,

    /// <summary>One schema per service.</summary>
    Postgres,
}
