using Monitoring.Contracts;
using Monitoring.FeedIngestor.Articles.Importing;

namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary>Where an import goes: through the process that runs, or into the store when none does.</summary>
internal interface IImportTarget : IAsyncDisposable
{
    /// <summary>For people: where things went.</summary>
    string Name { get; }

    Task<FeedsImported> ImportFeedsAsync(string opml, CancellationToken cancel);

    Task<ImportCount> ImportArticlesAsync(IReadOnlyList<string> lines, CancellationToken cancel);
}
