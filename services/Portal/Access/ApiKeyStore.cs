using System.Security.Cryptography;
using System.Text;
using Dapper;
using Monitoring.Storage;

namespace Monitoring.Portal.Access;

/// <summary>A key of a machine, without its secret.</summary>
internal sealed record ApiKey
{
    public required string Name { get; init; }

    /// <summary>Scopes, separated by a space.</summary>
    public required string Scopes { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Keys of machines. Only a hash is kept: 256 random bits need no slow one.</summary>
internal sealed class ApiKeyStore(Database<PortalModule> database, TimeProvider clock)
{
    /// <summary>Begins every key, so that secret scanners find one that was published by mistake.</summary>
    public const string Prefix = "monitoring_";

    /// <returns>The key, which is shown once and kept nowhere.</returns>
    public async Task<string> AddAsync(string name, IEnumerable<Right> scopes, CancellationToken cancel)
    {
        var key = Prefix + RandomNumberGenerator.GetHexString(64, lowercase: true);
        await database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                """
                insert into api_keys (name, key_hash, scopes, created_at) values (@name, @hash, @scopes, @now)
                on conflict (name) do update set key_hash = excluded.key_hash, scopes = excluded.scopes, created_at = excluded.created_at
                """,
                new { name, hash = Hash(key), scopes = string.Join(' ', scopes.Select(Rights.Scope)), now = clock.GetUtcNow() },
                transaction),
            cancel);
        return key;
    }

    /// <returns>Whether there was such a key.</returns>
    public Task<bool> RevokeAsync(string name, CancellationToken cancel) =>
        database.WriteAsync(async transaction => await transaction.Connection!.ExecuteAsync("delete from api_keys where name = @name", new { name }, transaction) > 0, cancel);

    public async Task<ApiKey?> FindAsync(string key, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<ApiKey>(
            new CommandDefinition("select name, scopes, created_at from api_keys where key_hash = @hash", new { hash = Hash(key) }, cancellationToken: cancel));
    }

    public async Task<IReadOnlyList<ApiKey>> AllAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return (await connection.QueryAsync<ApiKey>(new CommandDefinition("select name, scopes, created_at from api_keys order by name", cancellationToken: cancel))).AsList();
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
