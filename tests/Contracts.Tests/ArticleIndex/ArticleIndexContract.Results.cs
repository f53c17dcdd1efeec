using Monitoring.ArticleIndex;
using static Monitoring.Contracts.Tests.ArticleIndex.Sample;

namespace Monitoring.Contracts.Tests.ArticleIndex;

/// <summary>What every engine must do: filters, counts, order and pages.</summary>
public abstract partial class ArticleIndexContract
{
    private static IReadOnlyList<IndexedArticle> Archive =>
    [
        Article("a1", "US chips for the Gulf", countries: [Country("AE", CountryRole.Subject), Country("US", CountryRole.Supplier)], themes: ["compute"], ageInDays: 1),
        Article("a2", "Puces américaines", language: "fr", countries: [Country("FR", CountryRole.Subject), Country("US", CountryRole.Mention)], themes: ["compute", "models"], ageInDays: 3, source: "lemonde"),
        Article("a3", "Saudi rules", countries: [Country("SA", CountryRole.Subject)], themes: ["regulation"], ageInDays: 40, relevance: 0.6f),
        Article("a4", "Football", countries: [Country("FR", CountryRole.Place)], ageInDays: 2, relevance: 0.1f),
    ];

    [Theory]
    [InlineData("country:US", "a1")]
    [InlineData("country:US/supplier", "a1")]
    [InlineData("country:US/mention", "a2")]
    [InlineData("country:US/subject", "")]
    [InlineData("country:france", "a2")]
    [InlineData("country:US,FR", "a1 a2")]
    [InlineData("role:mention", "a2")]
    [InlineData("region:gcc", "a1 a3")]
    [InlineData("region:gcc/supplier", "")]
    [InlineData("theme:compute -theme:models", "a1")]
    [InlineData("lang:fr", "a2")]
    [InlineData("source:lemonde", "a2")]
    [InlineData("source:\"le monde\"", "a2")]
    [InlineData("story:story-a3", "a3")]
    [InlineData("after:2026-03-15", "a1")]
    [InlineData("before:2026-03", "a3")]
    [InlineData("last:2d", "a1")]
    [InlineData("relevance:>0.8", "a1 a2")]
    [InlineData("relevance:<0.5", "a4")]
    [InlineData("relevance:0.05..0.6", "a3 a4")]
    public async Task A_field_finds_what_it_names(string query, string expected)
    {
        await Index.UpsertAsync(Archive, Cancel);

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), await FindAsync(query));
    }

    public static TheoryData<SearchRequest, string> Filters => new()
    {
        { new(), "a1 a2 a3" },
        { new() { IncludeIrrelevant = true }, "a1 a2 a3 a4" },
        { new() { Countries = ["US", "SA"] }, "a1 a3" },
        { new() { Countries = ["US/supplier"] }, "a1" },
        { new() { Countries = ["US"], Roles = [CountryRole.Mention] }, "a2" },
        { new() { Roles = [CountryRole.Supplier] }, "a1" },
        { new() { Themes = ["models", "regulation"] }, "a2 a3" },
        { new() { Languages = ["fr"] }, "a2" },
        { new() { SourceIds = ["lemonde"] }, "a2" },
        { new() { StoryIds = ["story-a1"] }, "a1" },
        { new() { From = Now.AddDays(-3) }, "a1 a2" },
        { new() { To = Now.AddDays(-3) }, "a3" },
        { new() { MinRelevance = 0.7f }, "a1 a2" },
        { new() { FirstIndexedFrom = Now.AddHours(1) }, "" },
    };

    [Theory]
    [MemberData(nameof(Filters), DisableDiscoveryEnumeration = true)]
    public async Task A_filter_leaves_what_it_names(SearchRequest request, string expected)
    {
        await Index.UpsertAsync(Archive, Cancel);

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), await FindAsync(request));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, await Search.CountAsync(request, Cancel));
    }

    [Fact]
    public async Task Facets_count_tags_but_no_mentions()
    {
        await Index.UpsertAsync(Archive, Cancel);

        var page = await Search.SearchAsync(new() { Facets = Enum.GetValues<SearchFacet>() }, Cancel);

        Assert.Equal([new("AE", 1), new("FR", 1), new("SA", 1), new("US", 1)], page.Facets[SearchFacet.Country]);
        Assert.Equal([new("subject", 3), new("supplier", 1)], page.Facets[SearchFacet.Role]);
        Assert.Equal([new("compute", 2), new("models", 1), new("regulation", 1)], page.Facets[SearchFacet.Theme]);
        Assert.Equal([new("en", 2), new("fr", 1)], page.Facets[SearchFacet.Language]);
        Assert.Equal([new("reuters", 2, "Reuters World"), new("lemonde", 1, "Le Monde")], page.Facets[SearchFacet.Source]);
        Assert.Equal([new("2026-03", 2), new("2026-02", 1)], page.Facets[SearchFacet.Month]);
    }

    [Fact]
    public async Task A_histogram_has_no_gaps_and_knows_all_articles_of_each_stretch()
    {
        await Index.UpsertAsync(Archive, Cancel);

        var page = await Search.SearchAsync(new() { Query = "theme:compute", Histogram = HistogramInterval.Day }, Cancel);

        Assert.Equal([1, 0, 1], page.Histogram.Select(b => b.Count));
        Assert.Equal([1, 0, 1], page.Histogram.Select(b => b.All));
        Assert.Equal(new DateTimeOffset(2026, 3, 13, 0, 0, 0, TimeSpan.Zero), page.Histogram[0].Start);
    }

    [Fact]
    public async Task The_best_match_has_the_words_in_the_title_and_is_recent()
    {
        await Index.UpsertAsync(
            [
                Article("old", "Chips here", ageInDays: 300),
                Article("text", "Something else", "A word about chips and more words", ageInDays: 1),
                Article("title", "Chips here", ageInDays: 1),
            ],
            Cancel);

        var page = await Search.SearchAsync(new() { Query = "chips", Sort = SearchSort.Best }, Cancel);

        Assert.Equal("title", page.Items[0].Document.Article.ArticleId);
    }

    [Theory]
    [InlineData(SearchSort.Newest, false)]
    [InlineData(SearchSort.Best, false)]
    [InlineData(SearchSort.Newest, true)]
    [InlineData(SearchSort.Best, true)]
    public async Task Pages_hold_every_item_once(SearchSort sort, bool groups)
    {
        // Three of a kind have the same date and the same score, so that ids must decide.
        await Index.UpsertAsync([.. Enumerable.Range(0, 50).Select(i => Article($"a{i:00}", "Chips", ageInDays: i / 3, story: groups ? $"s{i / 2}" : null))], Cancel);
        var request = new SearchRequest { Query = "chips", Sort = sort, PageSize = 7, GroupByStory = groups };

        var ids = new List<string>();
        SearchPage page;
        do
        {
            page = await Search.SearchAsync(request, Cancel);
            ids.AddRange(page.Items.Select(i => i.Document.Article.ArticleId));
            request = request with { Cursor = page.Next };
        }
        while (page.Next is not null);

        Assert.Equal(50, page.Total);
        Assert.Equal(groups ? 25 : 50, ids.Distinct().Count());
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task A_newer_article_does_not_move_the_pages_that_follow()
    {
        await Index.UpsertAsync([Article("a1", "Chips", ageInDays: 1), Article("a2", "Chips", ageInDays: 2), Article("a3", "Chips", ageInDays: 3)], Cancel);
        var first = await Search.SearchAsync(new() { PageSize = 2 }, Cancel);

        await Index.UpsertAsync([Article("a0", "Chips", ageInDays: 0)], Cancel);
        var second = await Search.SearchAsync(new() { PageSize = 2, Cursor = first.Next }, Cancel);

        Assert.Equal("a3", Assert.Single(second.Items).Document.Article.ArticleId);
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task A_story_told_again_meanwhile_stays_on_the_page_that_follows()
    {
        await Index.UpsertAsync([Article("a1", "Chips", story: "s1", ageInDays: 1), Article("a2", "Chips", story: "s2", ageInDays: 2), Article("a3", "Chips", story: "s3", ageInDays: 3)], Cancel);
        var first = await Search.SearchAsync(new() { PageSize = 2, GroupByStory = true }, Cancel);

        await Index.UpsertAsync([Article("a0", "Chips", story: "s3", ageInDays: 0) with { FirstIndexedAt = Now.AddMinutes(1) }], Cancel);
        var second = await Search.SearchAsync(new() { PageSize = 2, GroupByStory = true, Cursor = first.Next }, Cancel);

        Assert.Equal("a3", Assert.Single(second.Items).Document.Article.ArticleId);
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_a_problem_and_not_an_error()
    {
        var page = await Search.SearchAsync(new() { Cursor = "bm9uc2Vuc2U" }, Cancel);

        Assert.NotNull(page.Problem);
    }

    [Fact]
    public async Task A_group_shows_the_first_article_of_its_story_and_counts_the_others()
    {
        await Index.UpsertAsync([Article("a1", "Chips", story: "s1", ageInDays: 5), Article("a2", "Chips", story: "s1", ageInDays: 1), Article("a3", "Chips", ageInDays: 2)], Cancel);

        var page = await Search.SearchAsync(new() { GroupByStory = true }, Cancel);

        Assert.Equal([("a2", 2), ("a3", 1)], page.Items.Select(i => (i.Document.Article.ArticleId, i.StoryArticles)));
        Assert.Equal((3, 2), (page.Total, page.TotalStories));
    }
}
