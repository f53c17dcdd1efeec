using Dapper;
using Monitoring.Contracts;
using Monitoring.Storage;

namespace Monitoring.Portal.Sources;

/// <summary>The portal's own list of feeds, made from what FeedIngestor publishes.</summary>
internal sealed class SourceStore(Database<PortalModule> database)
{
    // A message that comes twice, or late, changes nothing: only a later poll is news.
    private const string Upsert = """
        insert into sources (feed_id, address, title, country, language, kind, health, problem, first_polled_at, polled_at, next_poll_at, failing_since, polls, new_items)
        values (@FeedId, @Address, @Title, @Country, @Language, @Kind, @Health, @Problem, @PolledAt, @PolledAt, @NextPollAt, @FailingSince, 1, @NewItems)
        on conflict (feed_id) do update set
            address = excluded.address, title = excluded.title, country = excluded.country, language = excluded.language, kind = excluded.kind,
            health = excluded.health, problem = excluded.problem, polled_at = excluded.polled_at, next_poll_at = excluded.next_poll_at,
            failing_since = excluded.failing_since, polls = sources.polls + 1, new_items = sources.new_items + excluded.new_items
        where excluded.polled_at > sources.polled_at
        """;

    private const string Summary = """
        select count(*) as asked, coalesce(sum(case when health in ('failing', 'blocked', 'gone') then 0 else 1 end), 0) as reached,
            max(first_polled_at) as last_first_polled_at
        from sources
        """;

    public Task SaveAsync(FeedPolled poll, CancellationToken cancel) =>
        database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(Upsert, poll, transaction, cancellationToken: cancel)), cancel);

    public async Task<IReadOnlyList<Source>> AllAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return [.. await connection.QueryAsync<Source>(new CommandDefinition("select * from sources order by title, feed_id", cancellationToken: cancel))];
    }

    public Task RemoveAsync(string feedId, CancellationToken cancel) =>
        database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync("delete from sources where feed_id = @feedId", new { feedId }, transaction), cancel);

    public async Task<Source?> FindAsync(string feedId, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<Source>(new CommandDefinition("select * from sources where feed_id = @feedId", new { feedId }, cancellationToken: cancel));
    }

    public async Task<SourceSummary> SummaryAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleAsync<SourceSummary>(new CommandDefinition(Summary, cancellationToken: cancel));
    }
}

/// <summary>The list of feeds in three numbers.</summary>
internal sealed record SourceSummary
{
    public long Asked { get; init; }

    public long Reached { get; init; }

    /// <summary>When a feed was last asked for the first time.</summary>
    public DateTimeOffset? LastFirstPolledAt { get; init; }
}
