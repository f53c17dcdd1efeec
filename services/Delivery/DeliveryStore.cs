using System.Text.Json;
using Dapper;
using Monitoring.Storage;

namespace Monitoring.Delivery;

/// <summary>Every command by its key: what was sent is never sent again, what could not be sent waits here for its next try.</summary>
internal sealed class DeliveryStore(Database<DeliveryModule> database, TimeProvider clock)
{
    /// <summary>While one process works on a delivery, no other takes it.</summary>
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(5);

    /// <summary>Registers a command and takes it; null when it is being worked on, and the record of its end when there was one.</summary>
    public Task<DeliveryRecord?> TakeAsync<TCommand>(string key, string kind, TCommand command, CancellationToken cancel) =>
        database.WriteAsync(
            async transaction =>
            {
                var now = clock.GetUtcNow();
                await transaction.Connection!.ExecuteAsync(
                    """
                    insert into deliveries (key, kind, command, state, attempts, next_attempt_at, asked_at)
                    values (@key, @kind, @command, 'waiting', 0, @now, @now) on conflict do nothing
                    """,
                    new { key, kind, command = JsonSerializer.Serialize(command), now },
                    transaction);
                var row = await transaction.Connection!.QuerySingleAsync<DeliveryRecord>("select * from deliveries where key = @key", new { key }, transaction);
                if (row.State != DeliveryState.Waiting)
                {
                    return row;
                }

                var taken = await transaction.Connection!.ExecuteAsync(
                    "update deliveries set next_attempt_at = @until, attempts = attempts + 1 where key = @key and state = 'waiting' and next_attempt_at <= @now",
                    new { key, until = now + s_lease, now },
                    transaction);
                return taken == 1 ? row with { Attempts = row.Attempts + 1 } : null;
            },
            cancel);

    /// <summary>Takes what waits for another try.</summary>
    public Task<List<DeliveryRecord>> TakeDueAsync(int most, CancellationToken cancel) =>
        database.WriteAsync(
            async transaction =>
            {
                var now = clock.GetUtcNow();
                var rows = await transaction.Connection!.QueryAsync<DeliveryRecord>(
                    $"""
                    update deliveries set next_attempt_at = @until, attempts = attempts + 1 where key in (
                        select key from deliveries where state = 'waiting' and next_attempt_at <= @now order by next_attempt_at limit @most {database.SkipLocked})
                    returning *
                    """,
                    new { now, until = now + s_lease, most },
                    transaction);
                return rows.AsList();
            },
            cancel);

    public Task EndAsync(string key, string state, string? reason, CancellationToken cancel) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                // What was delivered needs no copy of its words any more; the key stays.
                "update deliveries set state = @state, reason = @reason, ended_at = @now, command = '' where key = @key",
                new { key, state, reason, now = clock.GetUtcNow() },
                transaction),
            cancel);

    public Task PostponeAsync(string key, DateTimeOffset until, string reason, CancellationToken cancel) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                "update deliveries set next_attempt_at = @until, reason = @reason where key = @key", new { key, until, reason }, transaction),
            cancel);
}

/// <summary>One delivery as stored.</summary>
internal sealed record DeliveryRecord
{
    public required string Key { get; init; }

    public required string Kind { get; init; }

    public required string Command { get; init; }

    public required string State { get; init; }

    public int Attempts { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

internal static class DeliveryState
{
    public const string Waiting = "waiting";
    public const string Sent = "sent";
    public const string Refused = "refused";
}
