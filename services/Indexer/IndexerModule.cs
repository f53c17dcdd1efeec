using MassTransit;
using Monitoring.ArticleIndex;
using Monitoring.Hosting;
using Monitoring.Indexer.Indexing;
using Monitoring.Storage;

namespace Monitoring.Indexer;

/// <summary>Makes articles findable, and says so once the index has committed.</summary>
public sealed class IndexerModule : IServiceModule
{
    public static string Name => "indexer";

    public static int Port => 5083;

    public static void AddServices(IHostApplicationBuilder builder)
    {
        builder.Services.AddDatabase<IndexerModule>(Name, builder.Configuration);
        builder.Services.AddArticleIndex(builder.Configuration);
        builder.Services.AddSingleton<IndexedArticleStore>().AddSingleton<ArticleIndexer>().AddSingleton<GroupCommit>();
        builder.Services.AddHostedService(services => services.GetRequiredService<GroupCommit>());
    }

    public static void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<IndexArticleConsumer, IndexArticleConsumerDefinition>();
}
