using System.Net;
using Monitoring.FeedIngestor.Tests.Hostile;
using Monitoring.FeedIngestor.Tests.Polling;

namespace Monitoring.FeedIngestor.Tests.Fetching;

public sealed class LinkResolverTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_that_only_passes_readers_on_becomes_the_publishers_and_is_asked_once()
    {
        var passed = 0;
        await using var server = new HostileServer(connection =>
        {
            if (!connection.Path.StartsWith("/~r/", StringComparison.Ordinal))
            {
                return connection.AnswerAsync(Feed(connection.Server, edition: connection.Server.Accepted));
            }

            passed++;
            return connection.RedirectAsync("https://publisher.example/story?utm_source=feedburner");
        });
        await using var poller = await TestPoller.CreateAsync($"{server.Authority},feedproxy.google.com:{server.Port}", Cancel, resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        await poller.AddAsync(Cancel, server.Address("/1"), server.Address("/2"));

        var first = await poller.PollDueAsync(Cancel);
        var second = await poller.PollDueAsync(Cancel);

        Assert.Equal("https://publisher.example/story", Assert.Single(first.ToPublish).Url);
        Assert.Empty(second.ToPublish);
        Assert.Equal(1, passed);
    }

    private static string Feed(HostileServer server, int edition) =>
        $"<rss version=\"2.0\"><channel><title>Gazette {edition}</title><item><title>A story</title><link>http://feedproxy.google.com:{server.Port}/~r/gazette/1</link></item></channel></rss>";
}
