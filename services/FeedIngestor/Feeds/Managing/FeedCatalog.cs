using System.Data.Common;
using Dapper;
using Monitoring.Contracts;
using Monitoring.FeedIngestor.Polling;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Feeds.Managing;

/// <summary>The feeds as a person sees and changes them.</summary>
internal sealed class FeedCatalog(Database<FeedIngestorModule> database, HostStore hosts, TimeProvider clock)
{
    private const int Most = 500;

    // What a person did to a feed goes before what its server did.
    private const string Shown = "case when status = 'paused' then 'paused' else health end";

    public async Task<FeedList> ListAsync(ListFeeds question, CancellationToken cancel)
    {
        const string Matching =
            "status <> 'deleted' and (@feedId is null or feed_id = @feedId) and (@health is null or " + Shown + " = @health) "
            + "and (@like is null or lower(title) like @like or lower(address) like @like)";
        await using var connection = await database.OpenAsync(cancel);
        var parameters = new
        {
            feedId = question.FeedId,
            health = question.Health,
            like = string.IsNullOrWhiteSpace(question.Search) ? null : $"%{question.Search.Trim().ToLowerInvariant()}%",
            take = Math.Clamp(question.Take, 1, Most),
            skip = Math.Max(question.Skip, 0),
        };
        var rows = await connection.QueryAsync<Feed>(new CommandDefinition(
            $"select * from feeds where {Matching} order by lower(title), feed_id limit @take offset @skip", parameters, cancellationToken: cancel));
        var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition($"select count(*) from feeds where {Matching}", parameters, cancellationToken: cancel));
        var healths = await connection.QueryAsync<(string Health, long Count)>(new CommandDefinition(
            $"select {Shown}, count(*) from feeds where status <> 'deleted' group by 1", cancellationToken: cancel));
        return new FeedList
        {
            Feeds = [.. rows.Select(FeedView.Of)],
            Total = total,
            Healths = healths.ToDictionary(row => row.Health, row => (int)row.Count),
        };
    }

    public async Task<FeedOverview?> FindAsync(string feedId, CancellationToken cancel) =>
        (await ListAsync(new ListFeeds { FeedId = feedId, Take = 1 }, cancel)).Feeds.SingleOrDefault();

    /// <summary>The feed at an address, also when it was added under another and has moved there.</summary>
    public async Task<FeedOverview?> FindByAddressAsync(string address, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var row = await connection.QueryFirstOrDefaultAsync<Feed>(new CommandDefinition(
            "select * from feeds where status <> 'deleted' and (address = @address or feed_id = @feedId)",
            new { address, feedId = Feed.IdFrom(address) },
            cancellationToken: cancel));
        return row is null ? null : FeedView.Of(row);
    }

    /// <param name="folder">One folder and what it holds; null for all.</param>
    /// <param name="cancel">Ends the query.</param>
    public async Task<IReadOnlyList<Feed>> AllAsync(string? folder, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return (await connection.QueryAsync<Feed>(new CommandDefinition(
            "select * from feeds where status <> 'deleted' and (@folder is null or folder = @folder or substr(folder, 1, length(@folder) + 1) = @folder || '/') order by folder, lower(title), feed_id",
            new { folder },
            cancellationToken: cancel))).AsList();
    }

    public Task ChangeAsync(string feedId, FeedChange change, CancellationToken cancel) =>
        WriteAsync(
            feedId,
            change switch
            {
                FeedChange.Pause => "status = 'paused'",
                FeedChange.Resume => "status = 'active', due_at = @now, moved_to = null, moved_times = 0",
                // A feed that is being polled at this moment need not be polled again.
                FeedChange.PollNow => "due_at = case when leased_until > @now then due_at else @now end",
                // The row stays, so that the list that is read at every start does not bring the feed back.
                FeedChange.Delete => "status = 'deleted'",
                _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
            },
            new { feedId, now = clock.GetUtcNow() },
            cancel);

    /// <summary>A person adds again what was deleted.</summary>
    public Task ReviveAsync(string feedId, CancellationToken cancel) =>
        WriteAsync(feedId, "status = case when status = 'deleted' then 'active' else status end, due_at = case when status = 'deleted' then @now else due_at end", new { feedId, now = clock.GetUtcNow() }, cancel);

    public Task SetAsync(string feedId, FeedSettings settings, CancellationToken cancel) =>
        WriteAsync(
            feedId,
            """
            title = coalesce(@Title, title), country = @Country, language = @Language, kind = @Kind, fixed_interval_seconds = @Interval, full_text = @FullText,
            trusted = @Trusted, ignore_robots = @IgnoreRobots, retry_alone = @RetryAlone
            """,
            new
            {
                feedId,
                Title = FeedFields.Title(settings.Title),
                Country = FeedFields.Country(settings.Country),
                Language = FeedFields.Language(settings.Language),
                Kind = FeedFields.Kind(settings.Kind),
                Interval = settings.IntervalMinutes * 60,
                settings.FullText,
                settings.Trusted,
                settings.IgnoreRobots,
                settings.RetryAlone,
            },
            cancel);

    private Task WriteAsync(string feedId, string changes, object parameters, CancellationToken cancel) =>
        database.WriteAsync(
            async transaction =>
            {
                await transaction.Connection!.ExecuteAsync($"update feeds set {changes} where feed_id = @feedId", parameters, transaction);
                await RefreshAsync(transaction, feedId);
            },
            cancel);

    private async Task RefreshAsync(DbTransaction transaction, string feedId)
    {
        var host = await transaction.Connection!.QueryAsync<string>("select host from feeds where feed_id = @feedId", new { feedId }, transaction);
        await hosts.RefreshAsync(transaction, host);
    }
}
