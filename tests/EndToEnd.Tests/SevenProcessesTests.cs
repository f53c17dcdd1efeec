using Monitoring.Fixtures;

namespace Monitoring.EndToEnd.Tests;

public sealed class SevenProcessesTests
{
    private static readonly string[] s_services = ["FeedIngestor", "Classifier", "Indexer", "Alerts", "Digest", "Delivery", "Portal"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_articles_are_found_through_seven_processes_and_a_broker_as_through_one()
    {
        await using var publisher = await FeedServer.StartAsync(TestFeeds.Real(), Cancel);
        var broker = await BrokerHost.CreateAsync(Cancel);

        var together = await IdsFromOneProcessAsync(publisher);
        var apart = await IdsFromSevenProcessesAsync(publisher, broker, together.Count);

        Assert.Equal(together, apart);
    }

    private static async Task<SortedSet<string>> IdsFromOneProcessAsync(FeedServer publisher)
    {
        using var data = new DataFolder();
        await using var monitor = ServiceProcess.Start("AllInOne", new Dictionary<string, string>(publisher.Settings) { ["Data__Directory"] = data.Path });
        await monitor.WaitUntilReadyAsync(Cancel);
        using var reader = new Monitor(monitor);
        await reader.WaitForArticlesAsync(50, TimeSpan.FromSeconds(60), Cancel);
        return await IdsAsync(reader);
    }

    private static async Task<SortedSet<string>> IdsFromSevenProcessesAsync(FeedServer publisher, BrokerHost broker, int expected)
    {
        using var data = new DataFolder();
        var settings = new Dictionary<string, string>(publisher.Settings) { ["Data__Directory"] = data.Path, ["ConnectionStrings__RabbitMq"] = broker.Url };
        var processes = s_services.Select(service => ServiceProcess.Start(service, settings)).ToList();
        try
        {
            await Task.WhenAll(processes.Select(process => process.WaitUntilReadyAsync(Cancel)));
            using var reader = new Monitor(processes[^1]);
            await reader.WaitForArticlesAsync(expected, TimeSpan.FromSeconds(90), Cancel);
            return await IdsAsync(reader);
        }
        finally
        {
            foreach (var process in processes)
            {
                await process.DisposeAsync();
            }
        }
    }

    private static async Task<SortedSet<string>> IdsAsync(Monitor reader) =>
        [.. (await reader.AllAsync(Cancel)).Select(article => article.GetProperty("id").GetString()!)];
}
