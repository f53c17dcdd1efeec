using System.Net;

namespace Monitoring.Portal.Tests.Web;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Whoever_asks_too_often_is_told_to_wait()
    {
        await using var portal = await PortalHost.StartWithAsync("--Portal:RequestsPerMinute=3");

        for (var i = 0; i < 3; i++)
        {
            using var allowed = await portal.AskAsync("/about");
            Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        }

        using var refused = await portal.AskAsync("/api/v1/themes");
        using var health = await portal.AskAsync("/health/live");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start() =>
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => PortalHost.StartWithAsync("--Portal:RequestsPerMinute=-1"));
}
