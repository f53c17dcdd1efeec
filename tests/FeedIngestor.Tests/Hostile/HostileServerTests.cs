using System.Diagnostics;
using Microsoft.Extensions.Options;
using Monitoring.Outbound;

namespace Monitoring.FeedIngestor.Tests.Hostile;

public sealed class HostileServerTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Misbehaviours => [.. HostileCases.All.Keys];

    public static TheoryData<string> Redirects => [.. RedirectCases.All.Keys];

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public Task A_server_that_misbehaves_is_a_result_within_the_limit(string name) => EndsAsExpectedAsync(HostileCases.All[name]);

    [Theory]
    [MemberData(nameof(Redirects))]
    public Task A_redirect_leads_nowhere_that_is_not_public(string name) => EndsAsExpectedAsync(RedirectCases.All[name]);

    [Fact]
    public async Task The_default_guard_refuses_loopback_before_a_byte_is_sent()
    {
        await using var server = new HostileServer(connection => connection.AnswerAsync(HostileCases.Feed));
        using var http = new OutboundClient(Options.Create(new OutboundOptions()));

        var result = await http.GetAsync(server.Address(), null, TestContext.Current.CancellationToken);

        Assert.Equal((OutboundOutcome.Forbidden, 0), (result.Outcome, server.Accepted));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1")]
    public async Task A_name_that_leads_to_private_addresses_is_refused(params string[] addresses)
    {
        using var http = new OutboundClient(Options.Create(new OutboundOptions()), (_, _) => Task.FromResult(addresses.Select(System.Net.IPAddress.Parse).ToArray()));

        var result = await http.GetAsync(new Uri("http://rebinding.example/feed"), null, TestContext.Current.CancellationToken);

        Assert.Equal(OutboundOutcome.Forbidden, result.Outcome);
    }

    [Fact]
    public async Task A_name_is_resolved_once_for_a_connection_so_that_no_second_answer_can_differ()
    {
        var asked = 0;
        await using var server = new HostileServer(connection => connection.AnswerAsync(HostileCases.Feed));
        using var http = new OutboundClient(Options.Create(new OutboundOptions { Allow = $"once.example:{server.Port}" }), (_, _) =>
        {
            asked++;
            return Task.FromResult<System.Net.IPAddress[]>([System.Net.IPAddress.Loopback]);
        });

        var result = await http.GetAsync(new Uri($"http://once.example:{server.Port}/feed"), null, TestContext.Current.CancellationToken);

        Assert.Equal((OutboundOutcome.Answered, 1), (result.Outcome, asked));
    }

    [Fact]
    public async Task An_allowed_port_allows_no_other()
    {
        await using var allowed = new HostileServer(connection => connection.AnswerAsync(HostileCases.Feed));
        await using var other = new HostileServer(connection => connection.AnswerAsync(HostileCases.Feed));
        using var http = Client(allowed);

        var result = await http.GetAsync(other.Address(), null, TestContext.Current.CancellationToken);

        Assert.Equal((OutboundOutcome.Forbidden, 0), (result.Outcome, other.Accepted));
    }

    [Fact]
    public async Task Only_permanent_redirects_move_a_feed_and_never_to_http()
    {
        await using var server = new HostileServer(connection => connection.Path == "/new"
            ? connection.AnswerAsync(HostileCases.Feed)
            : connection.RedirectAsync("/new", connection.Path == "/for-good" ? "308 Permanent Redirect" : "307 Temporary Redirect"));
        using var http = Client(server);

        var moved = await http.GetAsync(server.Address("/for-good"), null, TestContext.Current.CancellationToken);
        var visiting = await http.GetAsync(server.Address("/for-now"), null, TestContext.Current.CancellationToken);

        Assert.Equal((server.Address("/new"), null), (moved.MovedTo, visiting.MovedTo));
    }

    [Fact]
    public async Task A_refusal_by_the_senders_own_rules_ends_the_chain_before_the_next_hop()
    {
        var asked = new List<string>();
        await using var server = new HostileServer(connection =>
        {
            asked.Add(connection.Path);
            return connection.RedirectAsync("/private");
        });
        using var http = Client(server);

        var result = await http.GetAsync(
            new OutboundRequest(server.Address("/public")) { Enter = (address, _) => Task.FromResult(address.AbsolutePath == "/private" ? "robots.txt forbids it." : null) },
            TestContext.Current.CancellationToken);

        Assert.Equal((OutboundOutcome.Refused, "robots.txt forbids it."), (result.Outcome, result.Problem));
        Assert.Equal(["/public"], asked);
    }

    private static async Task EndsAsExpectedAsync(HostileCase hostile)
    {
        await using var server = new HostileServer(hostile.Answer);
        using var http = Client(server);
        var address = hostile.Secure ? new UriBuilder(server.Address()) { Scheme = "https" }.Uri : server.Address();
        var watch = Stopwatch.StartNew();

        var result = await http.GetAsync(address, null, TestContext.Current.CancellationToken);

        Assert.True(hostile.Outcome == result.Outcome, $"{result.Outcome} {(int)result.Status} {result.Problem}");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, s_limit * 2);
        Assert.Equal(hostile.Says == "cut", result.IsCut);
        if (hostile.Says is not (null or "cut"))
        {
            Assert.Contains(hostile.Says, result.Problem, StringComparison.Ordinal);
        }
    }

    private static OutboundClient Client(HostileServer server) => new(Options.Create(new OutboundOptions
    {
        Allow = server.Authority,
        Timeout = s_limit,
        ConnectTimeout = TimeSpan.FromSeconds(1),
        MaxBodyBytes = 256 * 1024,
    }));
}
