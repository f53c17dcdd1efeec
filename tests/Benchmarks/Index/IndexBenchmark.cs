using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.ArticleIndex;

namespace Monitoring.Benchmarks.Index;

/// <summary>
/// Fills an index with made-up articles and times writing and searching. Arguments: ARTICLES (1000000), BATCH (1000), FOLDER (a new
/// temporary one; a folder that holds the articles already is only searched). Engine by ConnectionStrings__Elasticsearch.
/// </summary>
internal static class IndexBenchmark
{
    private const int Rounds = 100;

    private static readonly (string Name, SearchRequest Request)[] s_searches =
    [
        ("newest, no words", new() { PageSize = 20 }),
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

    public static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        var count = args.Length > 0 ? int.Parse(args[0], null) : 1_000_000;
        var batch = args.Length > 1 ? int.Parse(args[1], null) : 1_000;
        var folder = args.Length > 2 ? args[2] : Directory.CreateTempSubdirectory("index-benchmark-").FullName;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", folder)]).AddEnvironmentVariables().Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddArticleIndex(configuration).BuildServiceProvider();
        var index = services.GetRequiredService<IArticleIndex>();
        var search = services.GetRequiredService<IArticleSearch>();

        if ((await index.HealthAsync(cancel)).Articles < count)
        {
            await FillAsync(index, count, batch, cancel);
        }

        var health = await index.HealthAsync(cancel);
        Console.WriteLine($"{health.Engine}: {health.Articles:N0} articles, {health.SizeBytes / 1e6:N0} MB in {folder}");
        foreach (var (name, request) in s_searches)
        {
            await MeasureAsync(search, name, request, cancel);
        }

        await MeasureWritesAsync(index, search, cancel);
        Console.WriteLine($"memory: {Environment.WorkingSet / 1e6:N0} MB working set, {GC.GetTotalMemory(true) / 1e6:N0} MB managed, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB");
        return 0;
    }

    private static async Task FillAsync(IArticleIndex index, int count, int batch, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        for (var from = 0; from < count; from += batch)
        {
            await index.UpsertAsync([.. Enumerable.Range(from, Math.Min(batch, count - from)).Select(MadeUpArticle.Number)], cancel);
            if ((from / batch + 1) % Math.Max(1, count / batch / 10) == 0)
            {
                Console.WriteLine($"{from + batch,10:N0} articles, {(from + batch) / watch.Elapsed.TotalSeconds:N0} a second");
            }
        }
    }

    private static async Task MeasureAsync(IArticleSearch search, string name, SearchRequest request, CancellationToken cancel)
    {
        var first = await search.SearchAsync(request, cancel);
        if (first.Problem is { } problem)
        {
            throw new InvalidOperationException($"{name}: {problem.Message}");
        }

        Print(name, $"{first.Total,9:N0} found", await TimesAsync(Rounds, () => search.SearchAsync(request, cancel)));
    }

    // One article and a search that must see it: what a reader waits for while articles come in.
    private static async Task MeasureWritesAsync(IArticleIndex index, IArticleSearch search, CancellationToken cancel)
    {
        var request = new SearchRequest { Query = Vocabulary.Word(5), Facets = [SearchFacet.Country] };
        var number = 0;
        Print("commit of 10 articles", "", await TimesAsync(30, () => index.UpsertAsync([.. Enumerable.Range(number++ * 10, 10).Select(MadeUpArticle.Number)], cancel)));
        Print("search after a commit", "", await TimesAsync(
            30,
            () => search.SearchAsync(request, cancel),
            () => index.UpsertAsync([MadeUpArticle.Number(number++)], cancel)));
    }

    private static async Task<List<double>> TimesAsync(int rounds, Func<Task> run, Func<Task>? before = null)
    {
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            await (before?.Invoke() ?? Task.CompletedTask);
            var watch = Stopwatch.StartNew();
            await run();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static void Print(string name, string found, List<double> times) => Console.WriteLine(
        $"{name,-24} {found,16}  p50 {times[times.Count / 2],8:N1} ms  p99 {times[(int)(times.Count * 0.99)],8:N1} ms");
}
