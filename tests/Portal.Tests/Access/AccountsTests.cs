using Monitoring.Fixtures;
using Monitoring.Portal.Access;
using Monitoring.Storage;

namespace Monitoring.Portal.Tests.Access;

public sealed class AccountsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<SqlDialect> Engines => [SqlDialect.Sqlite, SqlDialect.Postgres];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_password_is_checked_and_never_kept(SqlDialect engine)
    {
        await using var database = await TestDatabase<PortalModule>.CreateAsync(engine, "portal", Cancel);
        var editors = new EditorStore(database.Database, TimeProvider.System);

        await editors.SaveAsync("Ada", "correct horse battery", Cancel);

        Assert.NotNull(await editors.CheckAsync(" ADA ", "correct horse battery", Cancel));
        Assert.Null(await editors.CheckAsync("Ada", "Correct horse battery", Cancel));
        Assert.DoesNotContain("horse", (await editors.FindAsync("ada", Cancel))!.PasswordHash, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_key_is_found_by_itself_until_it_is_revoked(SqlDialect engine)
    {
        await using var database = await TestDatabase<PortalModule>.CreateAsync(engine, "portal", Cancel);
        var keys = new ApiKeyStore(database.Database, TimeProvider.System);

        var key = await keys.AddAsync("machine", [Right.Read, Right.Feeds], Cancel);

        Assert.Equal("read feeds", (await keys.FindAsync(key, Cancel))!.Scopes);
        Assert.True(await keys.RevokeAsync("machine", Cancel));
        Assert.Null(await keys.FindAsync(key, Cancel));
    }
}
