using Monitoring.Benchmarks.Classifier;
using Monitoring.Benchmarks.Feeds;
using Monitoring.Benchmarks.Index;

return args switch
{
    ["index", .. var rest] => await IndexBenchmark.RunAsync(rest, CancellationToken.None),
    ["tagging", .. var rest] => await TaggingBenchmark.RunAsync(rest, CancellationToken.None),
    ["feeds", .. var rest] => await PollingBenchmark.RunAsync(rest, CancellationToken.None),
    ["feeds-publisher", .. var rest] => await Publisher.RunAsync(rest, CancellationToken.None),
    ["feeds-peer", .. var rest] => await PlainClient.RunAsync(rest, CancellationToken.None),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        index [ARTICLES] [BATCH] [FOLDER] [alone]  fills an index and times searches, with SQLite FTS5 beside it
        tagging                                    tags training texts on one core
        feeds [FEEDS] [HOSTS] [PAUSE_SECONDS]      polls feeds on loopback hosts in one round, with a plain HttpClient beside it
        """);
    return 2;
}
