using Monitoring.Contracts;
using Monitoring.FeedIngestor.Articles;
using Monitoring.FeedIngestor.Articles.Importing;
using Monitoring.FeedIngestor.Feeds.Managing;
using Monitoring.FeedIngestor.Polling;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary>Imports into the store itself; what is imported is published when FeedIngestor starts.</summary>
internal sealed class StoreTarget(Database<FeedIngestorModule> database, TimeProvider clock) : IImportTarget
{
    public string Name => database.FilePath ?? "PostgreSQL";

    /// <exception cref="System.Data.Common.DbException">The store does not answer.</exception>
    public static async Task<StoreTarget> OpenAsync(IConfiguration configuration, CancellationToken cancel)
    {
        var options = StorageOptions.From(configuration);
        Directory.CreateDirectory(options.Directory);
        var database = new Database<FeedIngestorModule>(FeedIngestorModule.Name, options);
        await Migrator.MigrateAsync(database, cancel);
        return new StoreTarget(database, TimeProvider.System);
    }

    public Task<FeedsImported> ImportFeedsAsync(string opml, CancellationToken cancel) =>
        new FeedImporter(new FeedStore(database, new HostStore(database, clock), clock)).ImportAsync(opml, cancel);

    public Task<ImportCount> ImportArticlesAsync(IReadOnlyList<string> lines, CancellationToken cancel) =>
        new ArticleImporter(new ArticleStore(database, clock), clock).ImportAsync(lines, cancel);

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
