using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Monitoring.Portal.Access;

/// <summary>
/// Tells the person at this machine from everybody else. Who reaches a process that listens on loopback alone, by a loopback name and
/// through nobody's proxy, is at the machine and needs no login.
/// </summary>
internal sealed class Visitors(IServer server, IOptions<PortalOptions> options)
{
    public const string LocalName = "local";
    public const string EditorClaim = "editor";
    public const string ScopeClaim = "scope";

    private static readonly string[] s_passedOn =
        ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Real-IP"];

    public bool May(HttpContext request, Right right) =>
        (right == Right.Read && options.Value.PublicReading)
        || IsLocal(request)
        || request.User.HasClaim(claim => claim.Type == EditorClaim)
        || request.User.HasClaim(ScopeClaim, right.Scope());

    public bool IsLocal(HttpContext request) =>
        !options.Value.RequireSignIn
        && ListensOnLoopbackAlone()
        && request.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        // A foreign name that leads here is a page's trick (DNS rebinding), and a proxy's request is somebody else's.
        && IsLoopback(request.Request.Host.Host)
        && !s_passedOn.Any(request.Request.Headers.ContainsKey);

    /// <summary>Who acts: the editor, the key, or the person at this machine; null for a stranger.</summary>
    public string? NameOf(HttpContext request) => request.User.Identity is { IsAuthenticated: true, Name: { } name } ? name : IsLocal(request) ? LocalName : null;

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private bool ListensOnLoopbackAlone() =>
        server.Features.Get<IServerAddressesFeature>() is { Addresses: { Count: > 0 } addresses } && addresses.All(address => IsLoopback(BindingAddress.Parse(address).Host));
}
