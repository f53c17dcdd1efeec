using System.Data.Common;
using Monitoring.ArticleIndex;
using Monitoring.Portal.Search;
using Monitoring.Portal.Sources;
using Monitoring.Taxonomy;

namespace Monitoring.Portal.Topics;

/// <summary>Gathers what there is to say about a topic.</summary>
internal sealed class TopicReport(IArticleSearch index, TopStories stories, SourceStore sources, TimeProvider clock)
{
    private const int StoriesShown = 20;
    private const int TrendDays = 90;

    public async Task<TopicModel> WriteAsync(Topic topic, int days, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var from = now.AddDays(-days);
        var request = topic.Search.ToRequest() with { From = from };
        var page = await index.SearchAsync(
            request with { PageSize = 1, Facets = [SearchFacet.Country, SearchFacet.Theme, SearchFacet.Role, SearchFacet.Source, SearchFacet.Language], FacetSize = 30 }, cancel);
        var trend = await index.SearchAsync(request with { From = now.AddDays(-TrendDays), PageSize = 1, GroupByStory = false, Histogram = HistogramInterval.Day }, cancel);

        return new TopicModel
        {
            Topic = topic,
            Days = days,
            From = from,
            Page = page,
            Change = await ChangeAsync(request, page.Total, now, from, cancel),
            Bars = Timeline.Fold(trend.Histogram),
            Stories = await stories.FindAsync(request, StoriesShown, cancel),
            Home = await HomeAsync(topic, cancel),
        };
    }

    private async Task<Change> ChangeAsync(SearchRequest request, long found, DateTimeOffset now, DateTimeOffset from, CancellationToken cancel)
    {
        var before = from - (now - from);
        return new(
            found,
            await index.CountAsync(new() { From = from }, cancel),
            await index.CountAsync(request with { From = before, To = from }, cancel),
            await index.CountAsync(new() { From = before, To = from }, cancel));
    }

    private async Task<IReadOnlyList<Source>> HomeAsync(Topic topic, CancellationToken cancel)
    {
        var members = topic.Kind switch
        {
            TopicKind.Country => [topic.Id],
            TopicKind.Region => Regions.Find(topic.Id)?.Members ?? Blocs.Find(topic.Id)!.MembersOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)),
            _ => [],
        };
        try
        {
            return members.Count == 0 ? [] : [.. (await sources.AllAsync(cancel)).Where(source => source.Country is { } home && members.Contains(home))];
        }
        catch (DbException)
        {
            // The page can do without.
            return [];
        }
    }
}
