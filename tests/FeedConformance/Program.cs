using Monitoring.FeedConformance;

return args switch
{
    ["--benchmark", var folder] => Benchmark.Run(folder),
    [var cases, var folder] => Conformance.Run(cases, folder),
    [var dates] => Conformance.Run(dates, "."),
    _ => Usage.Show(),
};
