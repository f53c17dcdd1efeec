using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monitoring.ArticleIndex;
using Monitoring.ArticleIndex.Analysis;
using Monitoring.ArticleIndex.Embedded;
using Monitoring.ArticleIndex.Querying;
using static Monitoring.Contracts.Tests.ArticleIndex.Sample;

namespace Monitoring.Contracts.Tests.ArticleIndex;

/// <summary>A search and an alert cannot disagree: the index and the matcher in memory answer every query alike.</summary>
public sealed class SearchAgreementTests : IAsyncLifetime
{
    private static readonly string[] s_words =
    [
        "chips", "chip", "gulf", "the", "AI", "artificial", "intelligence", "人工智能", "智能", "GPT-4", "4", "U.S.", "chops", "Gulf's", "puce", "puces", "é", "us", "chemists", "\uD83D\uDE00",
    ];

    private static readonly Gen<IndexedArticle> s_articles =
        from id in Gen.Int[0, 1_000_000]
        from title in Gen.OneOf(s_words).List[1, 5]
        from text in Gen.OneOf(s_words).List[0, 8]
        from language in Gen.OneOf("en", "fr", "zh", "und")
        from countries in Gen.Select(Gen.OneOf("US", "AE", "FR"), Gen.Enum<CountryRole>(), Country).List[0, 2]
        from themes in Gen.OneOf("compute", "models").List[0, 1]
        from age in Gen.Double[0, 60]
        from relevance in Gen.Int[0, 10]
        select Article($"a{id:0000000}", string.Join(' ', title), string.Join(' ', text), language, countries, themes, age, relevance / 10f, story: "s" + id % 3);

    private readonly string _path = Directory.CreateTempSubdirectory("index-").FullName;
    private IndexFolder _folder = null!;
    private EmbeddedSearch _search = null!;
    private IReadOnlyList<ArticleText> _articles = [];

    public async ValueTask InitializeAsync()
    {
        _folder = new(_path);
        _search = new(_folder, Vocabulary, Options.Create(new ArticleIndexOptions()), new FakeTimeProvider(Now));
        using var index = new EmbeddedIndex(_folder, Options.Create(new ArticleIndexOptions()), TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);
        var articles = s_articles.Array[300].Single(a => a.Length == 300, "0000KOIPe036").DistinctBy(a => a.Article.ArticleId).ToList();

        // Several segments, in which half of the first articles are replaced later.
        foreach (var batch in articles.Take(100).Select(a => a with { StoryId = "old" }).Concat(articles.Skip(50)).Concat(articles.Take(50)).Chunk(60))
        {
            await index.UpsertAsync(batch, TestContext.Current.CancellationToken);
        }

        _articles = [.. articles.Select(ArticleText.Of)];
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        Directory.Delete(_path, recursive: true);

        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_index_and_the_matcher_answer_every_query_alike() => await QueryPropertyTests.Valid.SampleAsync(
        async query =>
        {
            var request = new SearchRequest { Query = query.Text, PageSize = 200, IncludeIrrelevant = true };
            var expected = _articles.Where(QueryMatcher.Of(request, Vocabulary, Now).Matches).Select(a => a.Document.Article.ArticleId);

            var found = new List<string>();
            for (SearchPage? page = null; page is null || page.Next is not null; request = request with { Cursor = page.Next })
            {
                page = await _search.SearchAsync(request with { Highlight = true }, TestContext.Current.CancellationToken);
                found.AddRange(page.Items.Select(i => i.Document.Article.ArticleId));
            }

            Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        },
        iter: 1_000);

    [Fact]
    public async Task Facets_histogram_and_stories_count_what_the_matcher_finds() => await QueryPropertyTests.Valid.SampleAsync(
        async query =>
        {
            var request = new SearchRequest { Query = query.Text, IncludeIrrelevant = true, Facets = Enum.GetValues<SearchFacet>(), FacetSize = 500, Histogram = HistogramInterval.Day };
            var expected = _articles.Where(QueryMatcher.Of(request, Vocabulary, Now).Matches).ToList();

            var page = await _search.SearchAsync(request, TestContext.Current.CancellationToken);
            var grouped = await _search.SearchAsync(request with { GroupByStory = true }, TestContext.Current.CancellationToken);

            Assert.Equal((expected.Count, expected.Count), (page.Total, page.Histogram.Sum(b => b.Count)));
            Assert.Equal(expected.DistinctBy(a => a.Document.StoryId).Count(), grouped.TotalStories);
            Assert.Equal(grouped.TotalStories > 20 ? 20 : grouped.TotalStories, grouped.Items.Count);
            foreach (var facet in request.Facets)
            {
                Assert.Equal(expected.Sum(a => a.Values.Of(facet).Count), page.Facets[facet].Sum(v => v.Count));
            }
        },
        iter: 300);
}
