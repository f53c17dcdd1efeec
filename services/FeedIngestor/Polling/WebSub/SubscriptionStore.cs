using System.Security.Cryptography;
using Dapper;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Polling.WebSub;

/// <summary>The subscriptions at hubs.</summary>
internal sealed class SubscriptionStore(Database<FeedIngestorModule> database, TimeProvider clock)
{
    private const int Most = 200;
    private static readonly TimeSpan s_answer = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(7);

    /// <summary>Notes which feeds have named a hub, have named another, or are followed no more.</summary>
    public Task NoteAsync(CancellationToken cancel) =>
        database.WriteAsync(
            async transaction =>
            {
                var now = clock.GetUtcNow();
                var wanted = await transaction.Connection!.QueryAsync<Feed>(
                    """
                    select feeds.* from feeds left join websub on websub.feed_id = feeds.feed_id
                    where feeds.hub is not null and feeds.topic is not null and feeds.status = 'active'
                        and (websub.feed_id is null or websub.hub <> feeds.hub or websub.topic <> feeds.topic)
                    limit @Most
                    """,
                    new { Most },
                    transaction);
                await transaction.Connection!.ExecuteAsync(
                    """
                    insert into websub (feed_id, hub, topic, secret, state, next_at) values (@FeedId, @Hub, @Topic, @secret, 'wanted', @now)
                    on conflict (feed_id) do update set hub = excluded.hub, topic = excluded.topic, secret = excluded.secret, state = 'wanted', next_at = excluded.next_at, attempts = 0
                    """,
                    wanted.Select(feed => new { feed.FeedId, feed.Hub, feed.Topic, secret = RandomNumberGenerator.GetHexString(48, lowercase: true), now }),
                    transaction);
                await transaction.Connection!.ExecuteAsync(
                    """
                    update websub set state = 'leaving', next_at = @now, attempts = 0
                    where state <> 'leaving' and feed_id in (select feed_id from feeds where status <> 'active')
                    """,
                    new { now },
                    transaction);
            },
            cancel);

    /// <summary>Takes what is to be asked of hubs now; it is due again when no answer has come.</summary>
    public Task<List<Subscription>> TakeDueAsync(int most, CancellationToken cancel) =>
        database.WriteAsync(
            async transaction => (await transaction.Connection!.QueryAsync<Subscription>(
                $"""
                update websub set next_at = @next, attempts = attempts + 1 where feed_id in (
                    select feed_id from websub where next_at <= @now order by next_at limit @most {database.SkipLocked})
                returning *
                """,
                new { now = clock.GetUtcNow(), next = clock.GetUtcNow() + s_answer, most },
                transaction)).AsList(),
            cancel);

    public async Task<Subscription?> FindAsync(string feedId, string token, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var found = await connection.QuerySingleOrDefaultAsync<Subscription>(new CommandDefinition(
            "select * from websub where feed_id = @feedId", new { feedId }, cancellationToken: cancel));
        return found is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(found.Token), System.Text.Encoding.UTF8.GetBytes(token)) ? found : null;
    }

    public async Task<Feed?> FeedAsync(string feedId, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<Feed>(new CommandDefinition("select * from feeds where feed_id = @feedId", new { feedId }, cancellationToken: cancel));
    }

    /// <summary>The hub refused or did not answer: later, and ever later.</summary>
    public Task FailAsync(Subscription subscription, string problem, CancellationToken cancel)
    {
        var wait = TimeSpan.FromHours(1) * Math.Pow(2, Math.Min(subscription.Attempts, 10));
        return ExecuteAsync(
            "update websub set next_at = @next, problem = @problem where feed_id = @FeedId",
            new { subscription.FeedId, problem = problem.Length > 1_000 ? problem[..1_000] : problem, next = clock.GetUtcNow() + (wait < s_longest ? wait : s_longest) },
            cancel);
    }

    public Task AskedAsync(Subscription subscription, CancellationToken cancel) =>
        ExecuteAsync("update websub set state = 'asked', problem = null where feed_id = @FeedId and state = 'wanted'", new { subscription.FeedId }, cancel);

    /// <summary>The hub has confirmed: news come by themselves, the subscription is renewed before its end, and the feed is polled once a day.</summary>
    public Task ActivateAsync(Subscription subscription, TimeSpan lease, CancellationToken cancel) =>
        ExecuteAsync(
            """
            update websub set state = 'active', attempts = 0, problem = null, expires_at = @expires, next_at = @renew where feed_id = @FeedId;
            update feeds set pushed_until = @expires, pushed_since = coalesce(pushed_since, @now) where feed_id = @FeedId
            """,
            new { subscription.FeedId, now = clock.GetUtcNow(), expires = clock.GetUtcNow() + lease, renew = clock.GetUtcNow() + lease * 0.8 },
            cancel);

    public Task RemoveAsync(Subscription subscription, CancellationToken cancel) =>
        ExecuteAsync(
            "delete from websub where feed_id = @FeedId; update feeds set pushed_until = null, pushed_since = null where feed_id = @FeedId",
            new { subscription.FeedId },
            cancel);

    private Task ExecuteAsync(string sql, object parameters, CancellationToken cancel) =>
        database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(sql, parameters, transaction), cancel);
}
