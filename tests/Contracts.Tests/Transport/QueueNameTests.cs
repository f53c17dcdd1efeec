using System.Reflection;
using MassTransit;
using Monitoring.Hosting.Transport;

namespace Monitoring.Contracts.Tests.Transport;

public sealed class QueueNameTests
{
    private static readonly Assembly[] s_services =
    [
        typeof(Alerts.AlertsModule).Assembly, typeof(Classifier.ClassifierModule).Assembly, typeof(Delivery.DeliveryModule).Assembly,
        typeof(Digest.DigestModule).Assembly, typeof(FeedIngestor.FeedIngestorModule).Assembly, typeof(Indexer.IndexerModule).Assembly,
        typeof(Portal.PortalModule).Assembly,
    ];

    // A queue that changes its name leaves its messages behind: change this list only together with a way to empty the old queue.
    private static readonly string[] s_pinned =
    [
        "classifier-keep-correction",
        "classifier-tag-article",
        "delivery-send-email",
        "feed-ingestor-add-feed",
        "feed-ingestor-change-feed",
        "feed-ingestor-change-feed-settings",
        "feed-ingestor-end-rejected",
        "feed-ingestor-export-feeds",
        "feed-ingestor-import-feeds",
        "feed-ingestor-list-feeds",
        "feed-ingestor-mark-indexed",
        "indexer-index-article",
        "portal-update-source",
    ];

    [Fact]
    public void Queue_names_are_pinned() => Assert.Equal(s_pinned, Names().Order(StringComparer.Ordinal));

    [Fact]
    public void No_two_consumers_share_a_queue() => Assert.Equal(Names().Count(), Names().Distinct().Count());

    private static IEnumerable<string> Names()
    {
        var formatter = new ServiceEndpointNameFormatter();
        var consumer = typeof(IEndpointNameFormatter).GetMethod(nameof(IEndpointNameFormatter.Consumer))!;
        return s_services.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IConsumer)))
            .Select(type => (string)consumer.MakeGenericMethod(type).Invoke(formatter, null)!);
    }
}
