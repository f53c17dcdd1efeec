using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.ArticleIndex;

namespace Monitoring.Benchmarks.Index;

/// <summary>
/// Fills an index with made-up articles, times writing and searching, and does the same with SQLite's FTS5. Arguments: ARTICLES
/// (1000000), BATCH (5000), FOLDER (a new temporary one; a folder that holds the articles already is only searched), "alone" to leave
/// FTS5 out. Engine by ConnectionStrings__Elasticsearch.
/// </summary>
internal static class IndexBenchmark
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        var count = args.Length > 0 ? int.Parse(args[0], null) : 1_000_000;
        var batch = args.Length > 1 ? int.Parse(args[1], null) : 5_000;
        var folder = args.Length > 2 ? args[2] : Directory.CreateTempSubdirectory("index-benchmark-").FullName;
        using var memory = new MemoryWatch();
        await using (var services = Services(folder))
        {
            var index = services.GetRequiredService<IArticleIndex>();
            if ((await index.HealthAsync(cancel)).Articles < count)
            {
                await FillAsync(index, count, batch, cancel);
                memory.Print("writing");
            }
        }

        // Another container: nothing that writing has warmed serves the first searches.
        await using var fresh = Services(folder);
        var search = fresh.GetRequiredService<IArticleSearch>();
        var health = await search.HealthAsync(cancel);
        Console.WriteLine($"{health.Engine}: {health.Articles:N0} articles, {health.SizeBytes / 1e6:N0} MB in {folder}");
        var queries = MadeUpQueries.Mixed();
        await SearchesAsync(search, queries, count, cancel);
        memory.Print("searching");
        foreach (var (name, request) in MadeUpQueries.Single)
        {
            var times = await Times.OfAsync(20, i => search.SearchAsync(request with { PageSize = 20 + i }, cancel));
            times.Print(name, $"{(await search.SearchAsync(request, cancel)).Total,9:N0} found");
        }

        await WritesAsync(fresh.GetRequiredService<IArticleIndex>(), search, cancel);
        memory.Print("all");
        if (args is not [.., "alone"])
        {
            await FtsComparison.RunAsync(folder, count, batch, queries, cancel);
        }

        return 0;
    }

    private static ServiceProvider Services(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", folder)]).AddEnvironmentVariables().Build();

        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddArticleIndex(configuration).BuildServiceProvider();
    }

    private static async Task FillAsync(IArticleIndex index, int count, int batch, CancellationToken cancel)
    {
        var whole = Stopwatch.StartNew();
        var writing = new Stopwatch();
        var used = Environment.CpuUsage.TotalTime;
        for (var from = 0; from < count; from += batch)
        {
            List<IndexedArticle> articles = [.. Enumerable.Range(from, Math.Min(batch, count - from)).Select(MadeUpArticle.Number)];
            writing.Start();
            await index.UpsertAsync(articles, cancel);
            writing.Stop();
            if ((from / batch + 1) % Math.Max(1, count / batch / 10) == 0)
            {
                Console.WriteLine($"{from + batch,10:N0} articles, {(from + batch) / writing.Elapsed.TotalSeconds:N0} a second; with making them up {(from + batch) / whole.Elapsed.TotalSeconds:N0}; processor {(Environment.CpuUsage.TotalTime - used).TotalMicroseconds / (from + batch):N0} µs each");
            }
        }
    }

    private static async Task SearchesAsync(IArticleSearch search, IReadOnlyList<SearchRequest> queries, int count, CancellationToken cancel)
    {
        var wide = 0;
        var cold = await Times.OfAsync(queries.Count, async i =>
        {
            var page = await search.SearchAsync(queries[i], cancel);
            wide += page.Total > 0.3 * count ? 1 : 0;
        });
        cold.Print("mixed, cold", $"{wide} wide");

        // Another page size is another request: the answers kept for identical ones do not help.
        (await Times.OfAsync(queries.Count, i => search.SearchAsync(queries[i] with { PageSize = 19 }, cancel))).Print("mixed, warm", $"{wide} wide");
        (await Times.OfAsync(queries.Count, i => search.SearchAsync(queries[i] with { PageSize = 19 }, cancel), i => search.SearchAsync(queries[i] with { PageSize = 19 }, cancel))).Print("mixed, asked again", $"{wide} wide");
    }

    // One article and a search that must see it: what a reader waits for while articles come in.
    private static async Task WritesAsync(IArticleIndex index, IArticleSearch search, CancellationToken cancel)
    {
        var request = new SearchRequest { Query = Vocabulary.Word(5), Facets = [SearchFacet.Country] };
        var number = 0;
        await index.UpsertAsync([MadeUpArticle.Number(number)], cancel);
        var commits = await Times.OfAsync(30, _ => index.UpsertAsync([.. Enumerable.Range(number++ * 10, 10).Select(MadeUpArticle.Number)], cancel));
        commits.Print("commit of 10 articles", "");
        var searches = await Times.OfAsync(30, _ => search.SearchAsync(request, cancel), _ => index.UpsertAsync([MadeUpArticle.Number(number++)], cancel));
        searches.Print("search after a commit", "");
    }
}
