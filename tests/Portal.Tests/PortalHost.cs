using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monitoring.ArticleIndex;
using Monitoring.Contracts;
using Monitoring.Hosting;

namespace Monitoring.Portal.Tests;

/// <summary>The portal on a free port, with the embedded index in a folder of its own.</summary>
internal sealed class PortalHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-tests-").FullName;
    private readonly WebApplication _app;

    private PortalHost(bool isDown, string[] settings, bool hasFeeds = false)
    {
        var host = MonitoringHost.CreateSingleProcess([]).Add<PortalModule>();
        host = isDown ? host.Add<DownModule>() : host.Add<WriterModule>();
        host = hasFeeds ? host.Add<FakeFeeds.Module>() : host;
        string[] urls = settings.Any(setting => setting.StartsWith("--urls=", StringComparison.Ordinal)) ? [] : ["--urls=http://127.0.0.1:0"];
        _app = host.Build([.. urls, "--Data:Directory=" + _folder, "--Logging:LogLevel:Default=Error", .. settings]);
    }

    public HttpClient Client { get; private set; } = null!;

    public FakeFeeds Feeds => _app.Services.GetRequiredService<FakeFeeds>();

    public IServiceProvider Services => _app.Services;

    /// <summary>All routes.</summary>
    public IEnumerable<RouteEndpoint> Endpoints => _app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    /// <summary>The patterns of all routes.</summary>
    public IEnumerable<string> Routes =>
        Endpoints.Select(route => "/" + route.RoutePattern.RawText!.Trim('/')).Distinct();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<PortalHost> StartAsync(params IndexedArticle[] articles)
    {
        var host = await new PortalHost(isDown: false, []).RunAsync();
        if (articles.Length > 0)
        {
            await host._app.Services.GetRequiredService<IArticleIndex>().UpsertAsync(articles, Cancel);
        }

        return host;
    }

    /// <summary>With a FeedIngestor that answers.</summary>
    public static async Task<PortalHost> StartWithFeedsAsync(FeedOverview[] feeds, params string[] settings)
    {
        var host = await new PortalHost(isDown: false, settings, hasFeeds: true).RunAsync();
        foreach (var feed in feeds)
        {
            host.Feeds.Add(feed);
        }

        return host;
    }

    public Task IndexAsync(params IndexedArticle[] articles) => _app.Services.GetRequiredService<IArticleIndex>().UpsertAsync(articles, Cancel);

    public static Task<PortalHost> StartWithoutIndexAsync() => new PortalHost(isDown: true, []).RunAsync();

    public static Task<PortalHost> StartWithAsync(params string[] settings) => new PortalHost(isDown: false, settings).RunAsync();

    public Task<string> GetAsync(string address) => Client.GetStringAsync(address, Cancel);

    public Task<HttpResponseMessage> AskAsync(string address) => Client.GetAsync(address, Cancel);

    public Task PublishAsync<T>(T message)
        where T : class => _app.Services.GetRequiredService<IBus>().Publish(message, Cancel);

    /// <summary>Asks again until the answer is as expected; a message takes its time.</summary>
    public async Task<string> UntilAsync(string address, Func<string, bool> isExpected)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            var text = await GetAsync(address);
            if (isExpected(text))
            {
                return text;
            }

            await Task.Delay(50, deadline.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A visitor with cookies of its own, who does not follow redirections.</summary>
    public HttpClient NewClient() =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)) };

    /// <summary>Fills in the form of a page as a reader does, with the page's token.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page, Cancel);
        var token = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token)));
        return await client.PostAsync(action, content, Cancel);
    }

    private async Task<PortalHost> RunAsync()
    {
        await _app.StartAsync(Cancel);
        Client = NewClient();
        return this;
    }

    private sealed class WriterModule : IServiceModule
    {
        public static string Name => "writer";

        public static int Port => 5999;

        public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddArticleIndex(builder.Configuration);
    }

    private sealed class DownModule : IServiceModule
    {
        public static string Name => "down";

        public static int Port => 5999;

        public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<IArticleSearch, DownSearch>();
    }
}
