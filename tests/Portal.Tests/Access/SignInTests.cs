using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Portal.Access;

namespace Monitoring.Portal.Tests.Access;

public sealed class SignInTests
{
    private const string Password = "correct horse battery";
    private const string Exposed = "--urls=http://0.0.0.0:0";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editor_signs_in_and_is_led_back_to_where_the_login_was_asked_for()
    {
        await using var portal = await StartAsync();
        using var asked = await portal.AskAsync("/sources/add");

        using var answer = await SignInAsync(portal, portal.Client, Password, asked.Headers.Location!.OriginalString);

        Assert.Equal("/sources/add", answer.Headers.Location!.OriginalString);
        Assert.Contains("Add a feed", await portal.GetAsync("/sources/add"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ada", "wrong password")]
    [InlineData("Nobody", Password)]
    public async Task A_wrong_password_and_an_unknown_name_are_told_the_same(string name, string password)
    {
        await using var portal = await StartAsync();

        using var answer = await PortalHost.SendFormAsync(portal.Client, "/login", "/login", ("name", name), ("password", password));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Name and password do not fit.", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task The_login_leads_to_no_other_site(string back)
    {
        await using var portal = await StartAsync();

        using var answer = await PortalHost.SendFormAsync(portal.Client, "/login", "/login", ("name", "Ada"), ("password", Password), ("return", back));

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_from_other_sites()
    {
        await using var portal = await StartAsync();

        using var answer = await SignInAsync(portal, portal.Client, Password, "/login");
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("monitoring-session=", StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_of_the_old_one()
    {
        await using var portal = await StartAsync();
        using var signedIn = await SignInAsync(portal, portal.Client, Password, "/login");

        await portal.Services.GetRequiredService<EditorStore>().SaveAsync("Ada", "another long password", Cancel);
        using var answer = await portal.AskAsync("/sources/add");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_tries_many_passwords_must_wait()
    {
        await using var portal = await StartAsync("--Portal:SignInAttempts=2");

        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var refused = await SignInAsync(portal, portal.Client, "wrong password", "/login");
        }

        using var answer = await SignInAsync(portal, portal.Client, Password, "/login");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    [Fact]
    public async Task At_this_machine_nobody_needs_a_login()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([]);

        Assert.Contains("Add a feed", await portal.GetAsync("/sources/add"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "localhost", HttpStatusCode.OK)]
    [InlineData("Host", "rebound.example", HttpStatusCode.BadRequest)]
    [InlineData("X-Forwarded-For", "203.0.113.9", HttpStatusCode.Redirect)]
    [InlineData("X-Forwarded-For", "127.0.0.1", HttpStatusCode.Redirect)]
    public async Task A_foreign_name_and_a_proxy_are_not_this_machine(string header, string value, HttpStatusCode expected)
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sources/add");
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await portal.Client.SendAsync(request, Cancel);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task A_page_of_another_site_changes_nothing_even_at_this_machine(string header, string value)
    {
        var feed = FakeFeeds.Overview("Example");
        await using var portal = await PortalHost.StartWithFeedsAsync([feed]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/feeds/{feed.FeedId}/poll");
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await portal.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_trusted_proxy_is_believed_about_address_and_scheme()
    {
        await using var portal = await PortalHost.StartWithFeedsAsync([], "--Portal:TrustedProxies=127.0.0.1", "--Portal:PublicAddress=https://monitor.example");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Host", "monitor.example");

        using var answer = await portal.Client.SendAsync(request, Cancel);

        Assert.Contains("max-age=15552000", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
    }

    private static async Task<PortalHost> StartAsync(params string[] settings)
    {
        var portal = await PortalHost.StartWithFeedsAsync([], [Exposed, .. settings]);
        await portal.Services.GetRequiredService<EditorStore>().SaveAsync("Ada", Password, Cancel);
        return portal;
    }

    private static Task<HttpResponseMessage> SignInAsync(PortalHost portal, HttpClient client, string password, string page)
    {
        var back = Uri.UnescapeDataString(page.Split("return=").ElementAtOrDefault(1) ?? "/");
        Assert.NotNull(portal);
        return PortalHost.SendFormAsync(client, page, "/login", ("name", "ada"), ("password", password), ("return", back));
    }
}
