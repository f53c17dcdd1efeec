using Monitoring.ArticleIndex;
using Monitoring.Contracts;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Sources;

/// <summary>Gathers the list of feeds: from FeedIngestor, or from what the portal has kept while that does not answer.</summary>
internal sealed class SourceList(FeedRequests feeds, SourceStore kept, IArticleSearch index, FeedProgressReader progress, TimeProvider clock)
{
    private const int LongestWords = 200;
    private static readonly TimeSpan s_counted = TimeSpan.FromDays(30);

    public async Task<SourcesModel> ReadAsync(string? health, string? words, int page, CancellationToken cancel)
    {
        var counts = await CountAsync(cancel);
        var list = await ListAsync(Asked(health), Asked(words), Math.Clamp(page, 1, 1_000), cancel);
        return list with { Counts = counts, Progress = await progress.ReadAsync(counts?.Count ?? 1, cancel) };
    }

    private async Task<SourcesModel> ListAsync(string? health, string? words, int page, CancellationToken cancel)
    {
        try
        {
            var list = await feeds.ListAsync(
                new ListFeeds { Health = health, Search = words, Take = SourcesModel.PageSize, Skip = (page - 1) * SourcesModel.PageSize }, cancel);
            return Model([.. list.Feeds.Select(SourceLine.Of)], list.Healths, list.Total, health, words, page);
        }
        catch (SilentServiceException)
        {
            IReadOnlyList<SourceLine> all = [.. (await kept.AllAsync(cancel)).Select(SourceLine.Of)];
            IReadOnlyList<SourceLine> fitting = [.. all.Where(line => (health is null || line.Health == health) && (words is null || Has(line, words)))];
            var healths = all.GroupBy(line => line.Health).ToDictionary(group => group.Key, group => group.Count());
            return Model([.. fitting.Skip((page - 1) * SourcesModel.PageSize).Take(SourcesModel.PageSize)], healths, fitting.Count, health, words, page) with { IsSilent = true };
        }
    }

    private static SourcesModel Model(IReadOnlyList<SourceLine> lines, IReadOnlyDictionary<string, int> healths, int matching, string? health, string? words, int page) => new()
    {
        Shown = [.. lines.OrderBy(line => SourcesModel.Rank(line.Health)).ThenBy(line => line.Title, StringComparer.OrdinalIgnoreCase)],
        Healths = healths,
        Matching = matching,
        Health = health,
        Words = words,
        Page = page,
    };

    private static string? Asked(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > LongestWords ? null : text.Trim();

    private static bool Has(SourceLine line, string words) =>
        line.Title.Contains(words, StringComparison.OrdinalIgnoreCase) || line.Address.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>Relevant articles by feed; null when the index does not answer, which is no reason to hide how feeds fare.</summary>
    private async Task<IReadOnlyDictionary<string, long>?> CountAsync(CancellationToken cancel)
    {
        try
        {
            var found = await index.SearchAsync(new() { From = clock.GetUtcNow() - s_counted, PageSize = 1, Facets = [SearchFacet.Source], FacetSize = 500 }, cancel);
            return found.Facets.GetValueOrDefault(SearchFacet.Source)?.ToDictionary(value => value.Value, value => value.Count) ?? [];
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }
}
