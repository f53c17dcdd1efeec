using System.Text.Encodings.Web;
using System.Text.Unicode;
using MassTransit;
using Microsoft.AspNetCore.DataProtection;
using Monitoring.ArticleIndex;
using Monitoring.Hosting;
using Monitoring.Portal.About;
using Monitoring.Portal.Access;
using Monitoring.Portal.Access.Commands;
using Monitoring.Portal.Api;
using Monitoring.Portal.Articles;
using Monitoring.Portal.Compare;
using Monitoring.Portal.Corrections;
using Monitoring.Portal.Feeds;
using Monitoring.Portal.Language;
using Monitoring.Portal.Search;
using Monitoring.Portal.Sources;
using Monitoring.Portal.Sources.Managing;
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
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // A page with a form is not cached: that is meant, and no warning.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.AddArticleSearch(builder.Configuration).AddRazorComponents();
        builder.Services.AddHttpContextAccessor().AddProblemDetails().AddPortalApi().AddRateLimits().AddAccess();
        builder.AddProxies();
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
            .AddSingleton<FeedRequests>()
            .AddSingleton<UnaskedFeeds>()
            .AddSingleton<SourceList>()
            .AddSingleton<CorrectionStore>()
            .AddSingleton<Corrector>()
            .AddSingleton<FeedProgressReader>();
    }

    public static void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<UpdateSourceConsumer>();

    public static void MapEndpoints(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseHsts();
        app.UseSecurityHeaders();
        app.UseTroubles();
        app.UseCrossSiteGuard();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapAssets();
        app.MapPortalApi();
        app.MapSignIn();
        var pages = app.MapPages().Needs(Right.Read);
        pages.MapToday();
        pages.MapTopics();
        pages.MapSearch();
        pages.MapArticles();
        pages.MapCompare();
        pages.MapFeeds();
        pages.MapSources();
        pages.MapAbout();
        app.MapFeedForms();
        app.MapCorrections();
    }

    public static IReadOnlyList<ServiceCommand> Commands => [EditorCommand.Add, EditorCommand.Remove, KeyCommand.Add, KeyCommand.Revoke, KeyCommand.Show];
}
