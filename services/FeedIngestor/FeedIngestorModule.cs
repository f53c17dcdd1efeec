using MassTransit;
using Monitoring.FeedIngestor.Articles;
using Monitoring.FeedIngestor.Articles.Importing;
using Monitoring.FeedIngestor.Articles.Pages;
using Monitoring.FeedIngestor.Discovery;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Feeds.Commands;
using Monitoring.FeedIngestor.Feeds.Managing;
using Monitoring.FeedIngestor.Fetching;
using Monitoring.FeedIngestor.Fetching.Robots;
using Monitoring.FeedIngestor.Polling;
using Monitoring.FeedIngestor.Polling.WebSub;
using Monitoring.FeedIngestor.Sample;
using Monitoring.Hosting;
using Monitoring.Outbound;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor;

/// <summary>Polls feeds politely, keeps what is new, publishes it, and publishes again what was lost.</summary>
public sealed class FeedIngestorModule : IServiceModule
{
    public static string Name => "feed-ingestor";

    public static int Port => 5081;

    public static void AddServices(IHostApplicationBuilder builder)
    {
        builder.Services.AddDatabase<FeedIngestorModule>(Name, builder.Configuration);
        builder.AddSampleFeeds();
        builder.Services.AddSettings<OutboundOptions>("Outbound").AddSettings<PollingOptions>("Polling").AddSettings<FeedOptions>("Feeds")
            .AddSettings<WebSubOptions>("WebSub");
        builder.Services
            .AddSingleton<OutboundClient>()
            .AddSingleton<RobotsGate>()
            .AddSingleton<PoliteClient>()
            .AddSingleton<FeedFetcher>()
            .AddSingleton<LinkResolver>()
            .AddSingleton<HostStore>()
            .AddSingleton<VisitFactory>()
            .AddSingleton<FeedStore>()
            .AddSingleton<ArticleStore>()
            .AddSingleton<ArticleMapper>()
            .AddSingleton<ArticleImporter>()
            .AddSingleton<PageStore>()
            .AddSingleton<PageReader>()
            .AddSingleton<SubscriptionStore>()
            .AddSingleton<HubClient>()
            .AddSingleton<PushReceiver>()
            .AddSingleton<FeedDiscovery>()
            .AddSingleton<FeedCatalog>()
            .AddSingleton<FeedImporter>()
            .AddSingleton<FeedAdder>()
            .AddSingleton<PollJudge>()
            .AddSingleton<PollKeeper>()
            .AddSingleton<FeedPoller>()
            .AddSingleton<StartList>()
            .AddSingleton<IStartupCheck>(services => services.GetRequiredService<StartList>())
            .AddHostedService<SeedFeeds>()
            .AddHostedService<RunningMark>()
            .AddHostedService<PollFeedsWorker>()
            .AddHostedService<ReadPagesWorker>()
            .AddHostedService<WebSubWorker>()
            .AddHostedService<SweepWorker>()
            .AddHostedService<RepublishWorker>();
    }

    public static void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<MarkIndexedConsumer, MarkIndexedConsumerDefinition>();
        bus.AddConsumer<EndRejectedConsumer>();
        bus.AddConsumer<ListFeedsConsumer>();
        bus.AddConsumer<AddFeedConsumer>();
        bus.AddConsumer<ImportFeedsConsumer>();
        bus.AddConsumer<ExportFeedsConsumer>();
        bus.AddConsumer<ChangeFeedConsumer>();
        bus.AddConsumer<ChangeFeedSettingsConsumer>();
    }

    public static void MapEndpoints(WebApplication app)
    {
        app.MapCommands();
        app.MapWebSub();
    }

    public static IReadOnlyList<ServiceCommand> Commands => [InspectCommand.Command, ImportCommand.Command, ImportArticlesCommand.Command];
}
