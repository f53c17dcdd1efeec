using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Contracts;
using Monitoring.FeedIngestor.Polling.WebSub;
using Monitoring.FeedIngestor.Tests.Hostile;
using Monitoring.Fixtures;

namespace Monitoring.FeedIngestor.Tests.WebSub;

public sealed class WebSubTests : IAsyncLifetime
{
    private readonly TaskCompletionSource<IReadOnlyDictionary<string, string>> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HostileServer _publisher;
    private IngestorHost _host = null!;
    private HttpClient _hub = null!;

    public WebSubTests() => _publisher = new HostileServer(AnswerAsync);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await IngestorHost.StartAsync(_publisher, Cancel, "--WebSub:PublicAddress=https://monitor.example");
        _hub = new HttpClient { BaseAddress = _host.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _hub.Dispose();
        await _host.DisposeAsync();
        await _publisher.DisposeAsync();
    }

    [Fact]
    public async Task A_hub_that_a_feed_names_is_asked_confirms_and_pushes_signed_news()
    {
        var asked = await SubscribeAsync();

        var confirmed = await _hub.GetStringAsync(Callback(asked) + $"?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(asked["hub.topic"])}&hub.challenge=abc&hub.lease_seconds=86400", Cancel);
        var unsigned = await PushAsync(asked, "/pushed-by-a-stranger", "sha256=" + new string('0', 64));
        var signed = await PushAsync(asked, "/pushed", signature: null);

        Assert.Equal(("subscribe", "abc"), (asked["hub.mode"], confirmed));
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (unsigned, signed));
        Assert.True((await FeedAsync()).IsPushed);
        var polled = await _host.Services.GetRequiredService<Storage.Database<FeedIngestorModule>>().OpenAsync(Cancel);
        await using (polled)
        {
            var documents = (await Dapper.SqlMapper.QueryAsync<string>(polled, "select document from articles")).ToList();
            Assert.Contains(documents, document => document.Contains("/pushed\"", StringComparison.Ordinal));
            Assert.DoesNotContain(documents, document => document.Contains("stranger", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Nobody_confirms_or_pushes_without_knowing_the_secret_address()
    {
        var asked = await SubscribeAsync();
        var wrong = Callback(asked)[..^4] + "0000";

        using var confirmed = await _hub.GetAsync(wrong + $"?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(asked["hub.topic"])}&hub.challenge=abc", Cancel);
        using var otherTopic = await _hub.GetAsync(Callback(asked) + "?hub.mode=subscribe&hub.topic=https://other.example/&hub.challenge=abc", Cancel);
        using var unasked = await _hub.GetAsync(Callback(asked) + $"?hub.mode=unsubscribe&hub.topic={Uri.EscapeDataString(asked["hub.topic"])}&hub.challenge=abc", Cancel);

        Assert.All([confirmed, otherTopic, unasked], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [Fact]
    public async Task A_feed_that_is_paused_is_unsubscribed()
    {
        var asked = await SubscribeAsync();
        var store = _host.Services.GetRequiredService<SubscriptionStore>();
        await _host.AskAsync<ChangeFeed, FeedChanged>(new ChangeFeed { FeedId = (await FeedAsync()).FeedId, Change = FeedChange.Pause }, Cancel);

        await store.NoteAsync(Cancel);
        var leaving = Assert.Single(await store.TakeDueAsync(5, Cancel));
        var confirmed = await _hub.GetStringAsync(Callback(asked) + $"?hub.mode=unsubscribe&hub.topic={Uri.EscapeDataString(asked["hub.topic"])}&hub.challenge=bye", Cancel);

        Assert.Equal((SubscriptionState.Leaving, "bye"), (leaving.State, confirmed));
        Assert.Null(await store.FindAsync(leaving.FeedId, leaving.Token, Cancel));
    }

    private async Task<IReadOnlyDictionary<string, string>> SubscribeAsync()
    {
        await Eventually.TrueAsync(async () => (await FeedAsync()).PolledAt is not null, TimeSpan.FromSeconds(20), () => "The feed was not polled.", Cancel);
        var store = _host.Services.GetRequiredService<SubscriptionStore>();
        await store.NoteAsync(Cancel);
        var due = Assert.Single(await store.TakeDueAsync(5, Cancel));
        Assert.Null(await _host.Services.GetRequiredService<HubClient>().AskAsync(due, Cancel));
        await store.AskedAsync(due, Cancel);
        return await _asked.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    private async Task<HttpStatusCode> PushAsync(IReadOnlyDictionary<string, string> asked, string path, string? signature)
    {
        var body = Encoding.UTF8.GetBytes($"<rss version=\"2.0\"><channel><title>Gazette</title><item><title>Pushed</title><link>https://example.org{path}</link></item></channel></rss>");
        signature ??= "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(asked["hub.secret"]), body));
        using var request = new HttpRequestMessage(HttpMethod.Post, Callback(asked)) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Hub-Signature", signature);
        using var answer = await _hub.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private async Task<FeedOverview> FeedAsync() => (await _host.AskAsync<ListFeeds, FeedList>(new ListFeeds(), Cancel)).Feeds.Single();

    // A reverse proxy passes what comes for the public address on to the service.
    private static string Callback(IReadOnlyDictionary<string, string> asked) => asked["hub.callback"].Replace("https://monitor.example", "", StringComparison.Ordinal);

    private Task AnswerAsync(HostileConnection connection)
    {
        if (connection.Path == "/hub")
        {
            var form = connection.Head[(connection.Head.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            _asked.TrySetResult(form.Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Replace('+', ' '))));
            return connection.AnswerAsync("", status: "202 Accepted");
        }

        return connection.Path == "/robots.txt" ? connection.AnswerAsync("", status: "404 Not Found") : connection.AnswerAsync(
            $"""
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Gazette</title>
            <atom:link rel="hub" href="{connection.Server.Address("/hub")}"/><atom:link rel="self" href="{connection.Server.Address("/gazette")}"/>
            <item><title>A title</title><link>https://example.org/1</link></item></channel></rss>
            """);
    }
}
