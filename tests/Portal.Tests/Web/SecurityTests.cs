using System.Text.RegularExpressions;

namespace Monitoring.Portal.Tests.Web;

public sealed partial class SecurityTests
{
    public static TheoryData<string> Pages => ["/", "/search", "/countries", "/countries/FR", "/themes", "/themes/compute", "/regions/gcc", "/compare?with=country:FR", "/about", "/sources", "/sources/add", "/sources/import", "/login", "/articles/" + Given.Id("One"), "/nothing-here"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_forbids_scripts_and_styles_from_elsewhere_or_inline(string address)
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("One"));

        using var answer = await portal.AskAsync(address);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_has_inline_script_or_style_or_loads_from_elsewhere(string address)
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("One"));

        using var answer = await portal.AskAsync(address);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotMatch(Inline(), page);
        Assert.DoesNotMatch(Elsewhere(), page);
    }

    [Fact]
    public async Task The_reference_page_lets_only_its_own_inline_script_run()
    {
        await using var portal = await PortalHost.StartAsync();

        using var answer = await portal.AskAsync("/docs/");
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var nonce = NoncePart().Match(policy).Groups["nonce"].Value;
        Assert.Contains($"nonce=\"{nonce}\"", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_asset_of_a_page_arrives_whole_and_may_be_kept_for_ever()
    {
        await using var portal = await PortalHost.StartAsync();

        var assets = AssetAddress().Matches(await portal.GetAsync("/search")).Select(match => match.Value).ToList();

        Assert.True(assets.Count > 5);
        foreach (var asset in assets)
        {
            using var answer = await portal.AskAsync(asset);
            Assert.True(answer.IsSuccessStatusCode, asset);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [GeneratedRegex("<style|<script(?![^>]* src=)|\\sstyle=|\\son[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("<(link|script|img)[^>]*(src|href)=\"(https?:)?//", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'")]
    private static partial Regex NoncePart();

    [GeneratedRegex("/assets/[0-9a-f]{12}/[a-z.]+")]
    private static partial Regex AssetAddress();
}
