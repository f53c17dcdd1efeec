using Monitoring.ArticleIndex;

namespace Monitoring.Benchmarks.Index;

/// <summary>What made-up readers ask of made-up articles.</summary>
internal static class MadeUpQueries
{
    private const int Many = 200;

    /// <summary>One kind of search each.</summary>
    public static IReadOnlyList<(string Name, SearchRequest Request)> Single { get; } =
    [
        ("newest, no words", new()),
        ("rare word, best", new() { Query = Vocabulary.Word(9_000), Sort = SearchSort.Best, Highlight = true }),
        ("frequent word, best", new() { Query = Vocabulary.Word(5), Sort = SearchSort.Best, Highlight = true }),
        ("two words, newest", new() { Query = $"{Vocabulary.Word(20)} {Vocabulary.Word(50)}", Highlight = true }),
        ("phrase", new() { Query = $"\"{Vocabulary.Word(3)} {Vocabulary.Word(4)}\"" }),
        ("prefix", new() { Query = Vocabulary.Word(500)[..4] + "*" }),
        ("fuzzy", new() { Query = Vocabulary.Word(300) + "~" }),
        ("filters and facets", new() { Query = Vocabulary.Word(8), Countries = ["US"], Facets = Enum.GetValues<SearchFacet>() }),
        ("all facets of all", new() { Facets = Enum.GetValues<SearchFacet>(), Histogram = HistogramInterval.Day }),
        ("grouped by story", new() { Query = Vocabulary.Word(5), GroupByStory = true }),
        ("grouped, all articles", new() { GroupByStory = true }),
    ];

    /// <summary>Two hundred different searches with all facets and highlights, of which a tenth find more than three in ten articles.</summary>
    public static IReadOnlyList<SearchRequest> Mixed()
    {
        var random = new Random(7);

        return [.. Enumerable.Range(0, Many).Select(i => new SearchRequest
        {
            Query = i % 10 == 0 ? Wide(i / 10) : Narrow(random, i),
            Sort = i % 2 == 0 ? SearchSort.Best : SearchSort.Newest,
            Countries = i % 10 == 7 ? ["US", "FR"] : [],
            Facets = Enum.GetValues<SearchFacet>(),
            Highlight = true,
            Histogram = i % 4 == 0 ? HistogramInterval.Week : null,
        })];
    }

    private static string Wide(int number) => number < 10 ? Vocabulary.Word(number) : $"{Vocabulary.Word(number - 10)} OR {Vocabulary.Word(number)}";

    private static string Narrow(Random random, int number) => (number % 10) switch
    {
        1 => $"\"{Word(random, 10, 200)} {Word(random, 10, 200)}\"",
        2 => $"{Word(random, 20, 500)} {Word(random, 20, 500)}",
        3 => $"{Word(random, 500, 20_000)} OR {Word(random, 500, 20_000)}",
        4 => Word(random, 100, 1_000)[..5] + "*",
        5 => $"title:{Word(random, 20, 2_000)}",
        6 => $"{Word(random, 50, 500)} -{Word(random, 50, 500)}",
        7 => Word(random, 20, 1_000),
        _ => Word(random, 200, 100_000),
    };

    private static string Word(Random random, int from, int to) => Vocabulary.Word(random.Next(from, to));
}
