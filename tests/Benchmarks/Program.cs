using Monitoring.Benchmarks.Index;

// dotnet run -c Release --project tests/Benchmarks -- index 200000
return args switch
{
    ["index", .. var rest] => await IndexBenchmark.RunAsync(rest, CancellationToken.None),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Benchmarks: index [ARTICLES [BATCH [FOLDER]]]");
    return 2;
}
