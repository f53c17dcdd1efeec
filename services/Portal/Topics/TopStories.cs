using Monitoring.ArticleIndex;

namespace Monitoring.Portal.Topics;

/// <summary>The stories that most articles tell.</summary>
internal sealed class TopStories(IArticleSearch index)
{
    // 1,000 stories in a window are more than a country has; of more, the newest compete.
    private const int MostPages = 5;

    /// <param name="request">What to choose from; order, grouping and page are set here.</param>
    /// <param name="count">How many stories.</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<IReadOnlyList<SearchItem>> FindAsync(SearchRequest request, int count, CancellationToken cancel)
    {
        var stories = new List<SearchItem>();
        string? cursor = null;
        for (var i = 0; i < MostPages; i++)
        {
            var page = await index.SearchAsync(
                request with { GroupByStory = true, Sort = SearchSort.Newest, PageSize = SearchRequest.MaxPageSize, Cursor = cursor, Highlight = false, Facets = [], Histogram = null },
                cancel);
            stories.AddRange(page.Items);
            cursor = page.Next;
            if (cursor is null)
            {
                break;
            }
        }

        return
        [
            .. stories.OrderByDescending(story => story.StoryArticles)
                .ThenByDescending(story => story.Document.Article.PublishedAt)
                .ThenBy(story => story.Document.StoryId, StringComparer.Ordinal)
                .Take(count),
        ];
    }
}
