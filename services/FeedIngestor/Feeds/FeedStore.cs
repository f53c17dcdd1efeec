using System.Data.Common;
using Dapper;
using Monitoring.FeedIngestor.Polling;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Feeds;

/// <summary>The feeds and when each is due.</summary>
internal sealed class FeedStore(Database<FeedIngestorModule> database, TimeProvider clock)
{
    /// <summary>Adds what is not there yet and answers how many that were; the state of known feeds is left alone.</summary>
    public Task<int> AddAsync(IReadOnlyCollection<OpmlFeed> feeds, CancellationToken cancel) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                """
                insert into feeds (feed_id, address, title, site_url, country, language, kind, verified, status, added_at, due_at, interval_seconds, health)
                values (@FeedId, @Address, @Title, @SiteUrl, @Country, @Language, @Kind, @Verified, 'active', @Now, @Now, @Interval, 'new')
                on conflict do nothing
                """,
                feeds.Select(feed => new
                {
                    FeedId = Feed.IdFrom(feed.Address),
                    feed.Address,
                    feed.Title,
                    feed.SiteUrl,
                    feed.Country,
                    feed.Language,
                    feed.Kind,
                    feed.Verified,
                    Now = clock.GetUtcNow(),
                    Interval = (int)PollSchedule.First.TotalSeconds,
                }),
                transaction),
            cancel);

    public async Task<int> CountAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition("select count(*) from feeds", cancellationToken: cancel));
    }

    /// <summary>Takes up to <paramref name="most"/> due feeds for this process alone, until the lease ends.</summary>
    public Task<List<Feed>> LeaseDueAsync(int most, TimeSpan lease, CancellationToken cancel) =>
        database.WriteAsync(
            async transaction =>
            {
                var rows = await transaction.Connection!.QueryAsync<Feed>(
                    $"""
                    update feeds set leased_until = @until where feed_id in (
                        select feed_id from feeds where status = 'active' and due_at <= @now and leased_until <= @now
                        order by due_at limit @most {database.SkipLocked})
                    returning *
                    """,
                    new { now = clock.GetUtcNow(), until = clock.GetUtcNow() + lease, most },
                    transaction);
                return rows.AsList();
            },
            cancel);

    /// <summary>Writes what a poll taught and ends the lease; part of the transaction that keeps the poll's articles.</summary>
    public static Task SavePollAsync(DbTransaction transaction, Feed feed, FeedState state) =>
        transaction.Connection!.ExecuteAsync(
            """
            update feeds set status = @Status, due_at = @DueAt, leased_until = 0, interval_seconds = @IntervalSeconds, etag = @Etag,
                last_modified = @LastModified, body_hash = @BodyHash, polls = polls + 1, polled_at = @PolledAt, succeeded_at = @SucceededAt,
                new_at = @NewAt, failing_since = @FailingSince, failure_weight = @FailureWeight, health = @Health, problem = @Problem, items = @Items,
                moved_to = @MovedTo, moved_times = @MovedTimes
            where feed_id = @FeedId
            """,
            new
            {
                feed.FeedId,
                state.Status,
                state.DueAt,
                IntervalSeconds = (int)state.Interval.TotalSeconds,
                state.Etag,
                state.LastModified,
                state.BodyHash,
                state.PolledAt,
                state.SucceededAt,
                state.NewAt,
                state.FailingSince,
                state.FailureWeight,
                state.Health,
                state.Problem,
                state.Items,
                state.MovedTo,
                state.MovedTimes,
            },
            transaction);
}
