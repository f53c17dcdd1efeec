using System.Data.Common;
using Dapper;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>
/// Whose turn it is at each host, for all processes that poll: one request at a time and a pause between two. A host's row is due when
/// its first feed is, so finding work is one look at an index however many feeds there are.
/// </summary>
internal sealed class HostStore(Database<FeedIngestorModule> database, TimeProvider clock)
{
    /// <summary>Due never: the host has no active feed.</summary>
    private const long Never = 253_402_300_799_999;

    /// <summary>Takes a host that is not fed by <see cref="Feeds.FeedStore.LeaseDueAsync"/>, for a redirect's target or a page; false while it is not free.</summary>
    public async Task<bool> TryTakeAsync(string host, TimeSpan lease, CancellationToken cancel) =>
        await database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                """
                insert into hosts (host, next_at, leased_until, free_at) values (@host, @until, @until, 0)
                on conflict (host) do update set next_at = excluded.next_at, leased_until = excluded.leased_until
                    where hosts.leased_until <= @now and hosts.free_at <= @now
                """,
                new { host, until = clock.GetUtcNow() + lease, now = clock.GetUtcNow() },
                transaction),
            cancel) == 1;

    /// <summary>Ends a turn; the next one may begin at <paramref name="freeAt"/>.</summary>
    public Task ReleaseAsync(string host, DateTimeOffset freeAt, CancellationToken cancel) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                // A longer pause that somebody else was asked for stays.
                $"""
                update hosts set leased_until = 0, free_at = {Later}(free_at, @freeAt),
                    next_at = {Later}(free_at, @freeAt, coalesce((select min(due_at) from feeds where feeds.host = hosts.host and status = 'active'), @Never))
                where host = @host
                """,
                new { host, freeAt, Never },
                transaction),
            cancel);

    /// <summary>After feeds of these hosts were added, moved, paused or made due: a host that nobody holds is due again when its first feed is.</summary>
    public Task RefreshAsync(DbTransaction transaction, IEnumerable<string> hosts) =>
        transaction.Connection!.ExecuteAsync(
            $"""
            insert into hosts (host, next_at) values (@host, coalesce((select min(due_at) from feeds where feeds.host = @host and status = 'active'), @Never))
            on conflict (host) do update set next_at =
                case when hosts.leased_until > @now then hosts.next_at else {Later}(hosts.free_at, excluded.next_at) end
            """,
            hosts.Distinct().Order(StringComparer.Ordinal).Select(host => new { host, Never, now = clock.GetUtcNow() }),
            transaction);

    /// <summary>What is remembered of the host's robots.txt; null when nothing is, or it is too old.</summary>
    public async Task<RobotsRecord?> RobotsAsync(string host, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<RobotsRecord>(new CommandDefinition(
            "select robots, robots_problem as problem from hosts where host = @host and robots_until > @now", new { host, now = clock.GetUtcNow() }, cancellationToken: cancel));
    }

    public Task KeepRobotsAsync(string host, RobotsRecord record, TimeSpan keep, CancellationToken cancel) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                """
                insert into hosts (host, next_at, robots, robots_problem, robots_until) values (@host, @Never, @Robots, @Problem, @until)
                on conflict (host) do update set robots = excluded.robots, robots_problem = excluded.robots_problem, robots_until = excluded.robots_until
                """,
                new { host, Never, record.Robots, record.Problem, until = clock.GetUtcNow() + keep },
                transaction),
            cancel);

    private string Later => database.Dialect == SqlDialect.Postgres ? "greatest" : "max";
}

/// <summary>A host's robots.txt: the rules that concern us, or why they could not be read.</summary>
internal sealed record RobotsRecord
{
    public string? Robots { get; init; }

    public string? Problem { get; init; }
}
