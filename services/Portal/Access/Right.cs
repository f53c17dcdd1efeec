using Microsoft.AspNetCore.Authorization;

namespace Monitoring.Portal.Access;

/// <summary>What somebody may do here.</summary>
public enum Right
{
    /// <summary>Read pages and ask the API; everybody's unless <see cref="PortalOptions.PublicReading"/> is off.</summary>
    Read,

    /// <summary>Add, change and drop feeds.</summary>
    Feeds,

    /// <summary>Say what the right tags are.</summary>
    Corrections,
}

/// <summary>A route's answer to "who may call this?".</summary>
internal sealed record RightRequirement(Right Right) : IAuthorizationRequirement;

internal static class Rights
{
    /// <summary>The scope of an API key that gives the right.</summary>
    public static string Scope(this Right right) => right.ToString().ToLowerInvariant();

    /// <summary>Nobody reaches these routes without the right. The innermost call counts beside the outer ones.</summary>
    public static T Needs<T>(this T routes, Right right)
        where T : IEndpointConventionBuilder =>
        routes.RequireAuthorization(policy => policy.AddRequirements(new RightRequirement(right)));
}
