using System.Text.Encodings.Web;
using System.Text.Unicode;
using MassTransit;
using Microsoft.AspNetCore.DataProtection;
using Monitoring.ArticleIndex;
using Monitoring.Hosting;
using Monitoring.Portal.About;
using Monitoring.Portal.Api;
using Monitoring.Portal.Articles;
using Monitoring.Portal.Compare;
using Monitoring.Portal.Feeds;
using Monitoring.Portal.Language;
using Monitoring.Portal.Search;
using Monitoring.Portal.Sources;
using Monitoring.Portal.Today;
using Monitoring.Portal.Topics;
using Monitoring.Portal.Web;
using Monitoring.Storage;

namespace Monitoring.Portal;

/// <summary>The web: pages for people, an API for programs, feeds for readers.</summary>
public sealed class PortalModule : IServiceModule
{
    public static string Name => "portal";

    public static int Port => 5080;

    public static void AddServices(IHostApplicationBuilder builder)
    {
        builder.Services.AddDatabase<PortalModule>(Name, builder.Configuration).AddSettings<PortalOptions>("Portal");
        // Keys beside the data they protect: a container has no home to keep them in.
        builder.Services.AddDataProtection().SetApplicationName("monitoring")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(StorageOptions.From(builder.Configuration).Directory, "keys")));
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddArticleSearch(builder.Configuration).AddRazorComponents();
        builder.Services.AddHttpContextAccessor().AddProblemDetails().AddPortalApi().AddRateLimits();
        builder.Services
            .AddSingleton(provider => Vocabulary.Today(provider.GetRequiredService<TimeProvider>()))
            // Letters of every script as they are; only what HTML needs escaped is.
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddScoped<Words>()
            .AddSingleton<FacetedSearch>()
            .AddSingleton<TopStories>()
            .AddSingleton<TopicReport>()
            .AddSingleton<Rising>()
            .AddSingleton<TodayReport>()
            .AddSingleton<Comparer>()
            .AddSingleton<SourceStore>()
            .AddSingleton<FeedProgressReader>();
    }

    public static void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<UpdateSourceConsumer>();

    public static void MapEndpoints(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseTroubles();
        app.UseRateLimiter();
        app.MapAssets();
        app.MapPortalApi();
        var pages = app.MapPages();
        pages.MapToday();
        pages.MapTopics();
        pages.MapSearch();
        pages.MapArticles();
        pages.MapCompare();
        pages.MapFeeds();
        pages.MapSources();
        pages.MapAbout();
    }
}
