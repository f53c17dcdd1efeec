using Monitoring.Benchmarks.Index;

return args switch
{
    ["index", .. var rest] => await IndexBenchmark.RunAsync(rest, CancellationToken.None),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("index [ARTICLES] [BATCH] [FOLDER]          fills an index and times searches");
    return 2;
}
