using System.Data.Common;
using Dapper;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>Forgets what is of no more use: hosts that were met on the way and links that were resolved long ago.</summary>
internal sealed partial class SweepWorker(Database<FeedIngestorModule> database, TimeProvider clock, ILogger<SweepWorker> log) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromHours(6);
    private static readonly TimeSpan s_keepLinks = TimeSpan.FromDays(120);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(s_pause, clock, stoppingToken);
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (DbException failure)
            {
                LogStoreDown(failure.Message);
            }
        }
    }

    internal Task SweepAsync(CancellationToken cancel) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                """
                delete from resolved_links where resolved_at < @linksBefore;
                delete from hosts where leased_until <= @now and free_at <= @now and robots_until <= @now
                    and not exists (select 1 from feeds where feeds.host = hosts.host)
                """,
                new { now = clock.GetUtcNow(), linksBefore = clock.GetUtcNow() - s_keepLinks },
                transaction),
            cancel);

    [LoggerMessage(LogLevel.Warning, "Sweeping waits for the store: {Reason}")]
    private partial void LogStoreDown(string reason);
}
