using System.Security.Cryptography;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Monitoring.Storage;

namespace Monitoring.Portal.Access;

/// <summary>Local accounts of editors.</summary>
internal sealed class EditorStore(Database<PortalModule> database, TimeProvider clock)
{
    // What OWASP asks of PBKDF2-HMAC-SHA512 (2023).
    private static readonly PasswordHasher<string> s_hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // An unknown name costs as much time as a wrong password, so that nobody learns names by waiting.
    private static readonly Lazy<string> s_nobody = new(() => s_hasher.HashPassword("", RandomNumberGenerator.GetHexString(32)));

    /// <summary>Adds an editor, or gives an existing one a new password, which ends all sessions.</summary>
    public Task SaveAsync(string name, string password, CancellationToken cancel) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                """
                insert into editors (name, password_hash, stamp, created_at) values (@name, @hash, @stamp, @now)
                on conflict (name) do update set password_hash = excluded.password_hash, stamp = excluded.stamp
                """,
                new { name = Normal(name), hash = s_hasher.HashPassword(Normal(name), password), stamp = RandomNumberGenerator.GetHexString(16, lowercase: true), now = clock.GetUtcNow() },
                transaction),
            cancel);

    /// <returns>Whether there was such an editor.</returns>
    public Task<bool> RemoveAsync(string name, CancellationToken cancel) =>
        database.WriteAsync(
            async transaction => await transaction.Connection!.ExecuteAsync("delete from editors where name = @name", new { name = Normal(name) }, transaction) > 0, cancel);

    public async Task<Editor?> FindAsync(string name, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<Editor>(
            new CommandDefinition("select name, password_hash, stamp from editors where name = @name", new { name = Normal(name) }, cancellationToken: cancel));
    }

    /// <summary>The editor, when the password is right.</summary>
    public async Task<Editor?> CheckAsync(string name, string password, CancellationToken cancel)
    {
        var editor = await FindAsync(name, cancel);
        var isRight = s_hasher.VerifyHashedPassword(Normal(name), editor?.PasswordHash ?? s_nobody.Value, password) != PasswordVerificationResult.Failed;
        return isRight ? editor : null;
    }

    private static string Normal(string name) => name.Trim().ToLowerInvariant();
}
