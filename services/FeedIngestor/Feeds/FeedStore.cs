using System.Data.Common;
using Dapper;
using Monitoring.FeedIngestor.Polling;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Feeds;

/// <summary>The feeds and when each is due.</summary>
internal sealed class FeedStore(Database<FeedIngestorModule> database, HostStore hosts, TimeProvider clock)
{
    /// <summary>Adds what is not there yet and answers how many that were; the state of known feeds is left alone.</summary>
    public Task<int> AddAsync(IReadOnlyCollection<OpmlFeed> feeds, CancellationToken cancel) =>
        database.WriteAsync(
            async transaction =>
            {
                var added = await transaction.Connection!.ExecuteAsync(
                    """
                    insert into feeds (feed_id, address, title, site_url, country, language, kind, folder, verified, status, host, added_at, due_at, interval_seconds, health,
                        fixed_interval_seconds, full_text, trusted)
                    values (@FeedId, @Address, @Title, @SiteUrl, @Country, @Language, @Kind, @Folder, @Verified, 'active', @Host, @Now, @Now, @Interval, 'new',
                        @FixedInterval, @FullText, @Trusted)
                    on conflict do nothing
                    """,
                    feeds.Select(Row),
                    transaction);
                if (added > 0)
                {
                    await hosts.RefreshAsync(transaction, feeds.Select(feed => HostName.Of(feed.Address)));
                }

                return added;
            },
            cancel);

    public async Task<int> CountAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition("select count(*) from feeds", cancellationToken: cancel));
    }

    /// <summary>
    /// Takes up to <paramref name="most"/> hosts that are free and have a feed that is due, and of each its first feed, for this process alone
    /// until the lease ends. A feed that is taken is due again when its lease ends, so one whose process died is polled again.
    /// </summary>
    public Task<List<Feed>> LeaseDueAsync(int most, TimeSpan lease, CancellationToken cancel) =>
        database.WriteAsync(
            async transaction =>
            {
                var now = clock.GetUtcNow();
                var until = now + lease;
                var free = (await transaction.Connection!.QueryAsync<string>(
                    $"""
                    update hosts set leased_until = @until, next_at = @until where host in (
                        select host from hosts where next_at <= @now order by next_at limit @most {database.SkipLocked})
                    returning host
                    """,
                    new { now, until, most },
                    transaction)).ToArray();
                if (free.Length == 0)
                {
                    return [];
                }

                var taken = (await transaction.Connection!.QueryAsync<Feed>(
                    $"""
                    update feeds set leased_until = @until, due_at = @until where feed_id in (
                        select (select feed_id from feeds as due where due.host = hosts.host and due.status = 'active' and due.due_at <= @now order by due.due_at limit 1)
                        from hosts where host {database.IsOneOf("free")})
                    returning *
                    """,
                    new { now, until, free },
                    transaction)).AsList();
                await FreeAsync(transaction, free.Except(taken.Select(feed => feed.Host)));
                return taken;
            },
            cancel);

    /// <summary>Writes what a poll taught and ends the lease; part of the transaction that keeps the poll's articles.</summary>
    public async Task SavePollAsync(DbTransaction transaction, Feed feed, FeedState state)
    {
        await transaction.Connection!.ExecuteAsync(
            // What a person changed while the poll was under way stays: only an active feed is retired.
            """
            update feeds set status = case when status = 'active' then @Status else status end, address = @Address, host = @Host, due_at = @DueAt, leased_until = 0,
                interval_seconds = @IntervalSeconds, etag = @Etag, last_modified = @LastModified, body_hash = @BodyHash, polls = polls + 1, polled_at = @PolledAt,
                succeeded_at = @SucceededAt, new_at = @NewAt, failing_since = @FailingSince, failure_weight = @FailureWeight, health = @Health, problem = @Problem,
                items = @Items, moved_to = @MovedTo, moved_times = @MovedTimes, unchanged = @Unchanged, lies = @Lies, read_at = @ReadAt, hint_seconds = @HintSeconds,
                skip_hours = @SkipHours, skip_days = @SkipDays, hub = @Hub, topic = @Topic, pushed_until = @PushedUntil
            where feed_id = @FeedId
            """,
            state.ToRow(feed),
            transaction);
        await hosts.RefreshAsync(transaction, [feed.Host, HostName.Of(state.Address)]);
    }

    /// <summary>A hub brought something: the feed is alive, whatever its next poll will say.</summary>
    public Task SavePushAsync(DbTransaction transaction, Feed feed, bool hasNews) =>
        transaction.Connection!.ExecuteAsync(
            """
            update feeds set new_at = case when @hasNews then @now else new_at end, succeeded_at = @now,
                pushed_until = (select expires_at from websub where websub.feed_id = feeds.feed_id) where feed_id = @FeedId;
            update websub set pushed_at = @now where feed_id = @FeedId
            """,
            new { feed.FeedId, hasNews, now = clock.GetUtcNow() },
            transaction);

    /// <summary>True when another feed is polled at this address already.</summary>
    public static async Task<bool> IsTakenAsync(DbTransaction transaction, string address, string exceptFeed) =>
        await transaction.Connection!.ExecuteScalarAsync<int>(
            "select count(*) from feeds where address = @address and feed_id <> @exceptFeed", new { address, exceptFeed }, transaction) > 0;

    // A host whose feed was paused or deleted a moment ago has nothing to do.
    private async Task FreeAsync(DbTransaction transaction, IEnumerable<string> idle)
    {
        var names = idle.ToArray();
        if (names.Length > 0)
        {
            await transaction.Connection!.ExecuteAsync($"update hosts set leased_until = 0 where host {database.IsOneOf("names")}", new { names }, transaction);
            await hosts.RefreshAsync(transaction, names);
        }
    }

    private object Row(OpmlFeed feed) => new
    {
        FeedId = Feed.IdFrom(feed.Address),
        feed.Address,
        feed.Title,
        feed.SiteUrl,
        feed.Country,
        feed.Language,
        feed.Kind,
        feed.Folder,
        feed.Verified,
        Host = HostName.Of(feed.Address),
        Now = clock.GetUtcNow(),
        Interval = (int)PollSchedule.First.TotalSeconds,
        FixedInterval = (int?)feed.Interval?.TotalSeconds,
        feed.FullText,
        feed.Trusted,
    };
}
