using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Monitoring.Portal.Web;

/// <summary>So many requests a minute for one address, pages and API together.</summary>
internal static class RateLimits
{
    public const string Policy = "portal";

    /// <summary>Logins: few, so that passwords cannot be tried out.</summary>
    public const string SignIn = "portal-sign-in";

    private static readonly TimeSpan s_signInWindow = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RejectAsync;
            limiter.AddPolicy(Policy, Partition);
            limiter.AddPolicy(SignIn, SignInPartition);
        });
        return services;
    }

    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        var most = context.RequestServices.GetRequiredService<IOptions<PortalOptions>>().Value.RequestsPerMinute;
        return most == 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(Reader(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = most,
                TokensPerPeriod = Math.Max(1, most / 60),
                ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, 60 / most)),
                QueueLimit = 0,
            });
    }

    private static RateLimitPartition<string> SignInPartition(HttpContext context)
    {
        var most = context.RequestServices.GetRequiredService<IOptions<PortalOptions>>().Value.SignInAttempts;
        return RateLimitPartition.GetFixedWindowLimiter(Reader(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = s_signInWindow, QueueLimit = 0 });
    }

    // Whoever has an IPv6 address has the 2^64 beside it too.
    private static string Reader(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.MapToIPv4().ToString() ?? "";

    private static ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        rejected.HttpContext.Response.Headers.RetryAfter = "10";
        return new(Troubles.TellAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "trouble.many", "trouble.many.text", null));
    }
}
