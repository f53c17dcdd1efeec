using Monitoring.Hosting.Startup;
using Monitoring.Storage;

namespace Monitoring.Portal.Access.Commands;

/// <summary>The accounts of this installation, opened beside a running portal or without one.</summary>
internal sealed class AccountStores : IAsyncDisposable
{
    private readonly Database<PortalModule> _database;

    private AccountStores(Database<PortalModule> database)
    {
        _database = database;
        Editors = new EditorStore(database, TimeProvider.System);
        Keys = new ApiKeyStore(database, TimeProvider.System);
    }

    public EditorStore Editors { get; }

    public ApiKeyStore Keys { get; }

    /// <summary>Splits off settings (<c>--Data:Directory=...</c>) and opens what they name.</summary>
    /// <exception cref="UsageException">An argument is unknown.</exception>
    public static async Task<(AccountStores Stores, string[] Own)> OpenAsync(string[] arguments, CancellationToken cancel)
    {
        var settings = arguments.Where(argument => argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
        if (settings.FirstOrDefault(setting => !setting.Contains('=', StringComparison.Ordinal)) is { } unknown)
        {
            throw new UsageException($"Unknown argument '{unknown}'.");
        }

        var storage = StorageOptions.From(new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(settings).Build());
        Directory.CreateDirectory(storage.Directory);
        var database = new Database<PortalModule>(PortalModule.Name, storage);
        await Migrator.MigrateAsync(database, cancel);
        return (new(database), [.. arguments.Except(settings)]);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
