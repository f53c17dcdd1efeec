using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Portal.Access;

namespace Monitoring.Portal.Tests.Access;

/// <summary>Walks every route of a portal that others can reach.</summary>
public sealed partial class WhoMayTests
{
    private static readonly string[] s_everybody =
        ["GET /health/live", "GET /health/ready", "GET /metrics", "GET /assets/{hash}/{name}", "GET /openapi/{documentName}.json", "GET /login", "POST /login", "POST /logout"];

    private static readonly Dictionary<string, Right> s_changes = new()
    {
        ["GET /sources/add"] = Right.Feeds,
        ["POST /sources/add"] = Right.Feeds,
        ["GET /sources/import"] = Right.Feeds,
        ["POST /sources/import"] = Right.Feeds,
        ["GET /sources/export.opml"] = Right.Feeds,
        ["GET /sources/{id:length(16)}/delete"] = Right.Feeds,
        ["POST /sources/{id:length(16)}/settings"] = Right.Feeds,
        ["POST /sources/{id:length(16)}/{change}"] = Right.Feeds,
        ["POST /articles/{id:length(32)}/tags"] = Right.Corrections,
        ["POST /api/v1/feeds"] = Right.Feeds,
        ["PATCH /api/v1/feeds/{id:length(16)}"] = Right.Feeds,
        ["DELETE /api/v1/feeds/{id:length(16)}"] = Right.Feeds,
        ["POST /api/v1/feeds/{id:length(16)}/poll"] = Right.Feeds,
        ["GET /api/v1/feeds/opml"] = Right.Feeds,
        ["POST /api/v1/feeds/opml"] = Right.Feeds,
    };

    private static readonly string[] s_exposed = ["--urls=http://0.0.0.0:0", "--Portal:RequestsPerMinute=0", "--Portal:SignInAttempts=1000"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_reaches_what_may_be_read_and_no_change()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([FakeFeeds.Overview("Example")], s_exposed);

        var wrong = new List<string>();
        foreach (var (route, status) in await CallAllAsync(portal, portal.NewClient()))
        {
            var isRefused = status is HttpStatusCode.Unauthorized or HttpStatusCode.Redirect;
            if (isRefused != s_changes.ContainsKey(route))
            {
                wrong.Add($"{route}: {status}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_change_is_in_the_list_of_changes()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([], s_exposed);

        var unknown = Routes(portal).Select(route => route.Name).Where(name => !name.StartsWith("GET ", StringComparison.Ordinal)).Except(s_changes.Keys).Except(s_everybody);

        Assert.Empty(unknown);
        Assert.Empty(s_changes.Keys.Except(Routes(portal).Select(route => route.Name)));
    }

    [Theory]
    [InlineData(Right.Read)]
    [InlineData(Right.Feeds)]
    [InlineData(Right.Corrections)]
    public async Task A_key_does_what_its_scope_names_and_nothing_else(Right scope)
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([FakeFeeds.Overview("Example")], s_exposed);
        var key = await portal.Services.GetRequiredService<ApiKeyStore>().AddAsync("machine", [scope], Cancel);
        using var machine = portal.NewClient();
        machine.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

        var wrong = (await CallAllAsync(portal, machine))
            .Where(call => (call.Status == HttpStatusCode.Forbidden) != (s_changes.TryGetValue(call.Route, out var needed) && needed != scope))
            .Select(call => $"{call.Route}: {call.Status}");

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Without_public_reading_a_stranger_reaches_the_login_and_nothing_to_read()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([], [.. s_exposed, "--Portal:PublicReading=false"]);

        var open = (await CallAllAsync(portal, portal.NewClient()))
            .Where(call => call.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Redirect) && !call.Route.Contains("/docs", StringComparison.Ordinal))
            .Select(call => call.Route).Except(s_everybody);

        Assert.Empty(open);
    }

    [Fact]
    public async Task A_revoked_key_is_worth_nothing()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([], s_exposed);
        var keys = portal.Services.GetRequiredService<ApiKeyStore>();
        using var machine = portal.NewClient();
        machine.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await keys.AddAsync("machine", [Right.Feeds], Cancel));

        using var before = await machine.GetAsync("/api/v1/feeds/opml", Cancel);
        await keys.RevokeAsync("machine", Cancel);
        using var after = await machine.GetAsync("/api/v1/feeds/opml", Cancel);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before.StatusCode, after.StatusCode));
    }

    private static async Task<List<(string Route, HttpStatusCode Status)>> CallAllAsync(PortalHost portal, HttpClient client)
    {
        List<(string, HttpStatusCode)> calls = [];
        foreach (var (name, method, address) in Routes(portal))
        {
            using var request = new HttpRequestMessage(method, address);
            // A body of a kind that the API reads; what is in it does not matter.
            request.Content = name.Contains(" /api/", StringComparison.Ordinal) && method != HttpMethod.Get
                ? new StringContent("{}", System.Text.Encoding.UTF8, address.EndsWith("/opml", StringComparison.Ordinal) ? "text/xml" : "application/json")
                : null;
            using var answer = await client.SendAsync(request, Cancel);
            calls.Add((name, answer.StatusCode));
        }

        return calls;
    }

    private static IEnumerable<(string Name, HttpMethod Method, string Address)> Routes(PortalHost portal) =>
        from route in portal.Endpoints
        where route.Metadata.GetMetadata<IRouteDiagnosticsMetadata>()?.Route.Contains("*path", StringComparison.Ordinal) != true
        from method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        where method != "HEAD"
        let pattern = "/" + route.RoutePattern.RawText!.Trim('/')
        select ($"{method} {pattern}", new HttpMethod(method), Address(pattern));

    private static string Address(string pattern) => Parameter().Replace(pattern, match => match.Groups["name"].Value switch
    {
        "id" when match.Value.Contains("(16)", StringComparison.Ordinal) => Given.Id("Example")[..16],
        "id" when match.Value.Contains("(32)", StringComparison.Ordinal) => Given.Id("Example"),
        "format" => "atom",
        "change" => "pause",
        "documentName" => "v1",
        _ => "x",
    });

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
