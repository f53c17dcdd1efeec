using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monitoring.ArticleIndex;
using Monitoring.Hosting;

namespace Monitoring.Portal.Tests;

/// <summary>The portal on a free port, with the embedded index in a folder of its own.</summary>
internal sealed class PortalHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-tests-").FullName;
    private readonly WebApplication _app;

    private PortalHost(bool isDown, string[] settings)
    {
        var host = MonitoringHost.CreateSingleProcess([]).Add<PortalModule>();
        _app = (isDown ? host.Add<DownModule>() : host.Add<WriterModule>())
            .Build(["--urls=http://127.0.0.1:0", "--Data:Directory=" + _folder, "--Logging:LogLevel:Default=Error", .. settings]);
    }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The patterns of all routes.</summary>
    public IEnumerable<string> Routes =>
        _app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(route => "/" + route.RoutePattern.RawText!.Trim('/')).Distinct();

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

    private async Task<PortalHost> RunAsync()
    {
        await _app.StartAsync(Cancel);
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
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
