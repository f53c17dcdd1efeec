using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Monitoring.Outbound;

/// <summary>Answers the addresses that a name has now.</summary>
internal delegate Task<IPAddress[]> ResolveName(string host, CancellationToken cancel);

/// <summary>Opens connections for <see cref="OutboundClient"/>: the very address that was judged is the one connected to, so a second DNS answer changes nothing.</summary>
internal sealed class GuardedConnector(IReadOnlySet<string> allowedHosts, ResolveName resolve)
{
    // A name with a thousand dead addresses must not use up the time of a poll one by one.
    private const int MostAddresses = 8;

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        // A dot at the end is the same name, spelled for those who compare spellings.
        var (host, port) = (context.DnsEndPoint.Host.TrimEnd('.'), context.DnsEndPoint.Port);
        var isAllowed = allowedHosts.Contains(Spell(host, port));
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancel);
        var reachable = addresses.Where(address => isAllowed || AddressGuard.IsPublic(address)).Take(MostAddresses).ToArray();
        if (reachable.Length == 0)
        {
            throw new ForbiddenAddressException(Spell(host, port));
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(reachable, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Spell(string host, int port) =>
        host.Contains(':', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"[{host.Trim('[', ']')}]:{port}")
            : string.Create(CultureInfo.InvariantCulture, $"{host}:{port}");
}

/// <summary>The address is loopback, private or otherwise not public, and not on the allow list.</summary>
internal sealed class ForbiddenAddressException(string target)
    : Exception($"{target} is not a public address. If it is meant, add it to Outbound__Allow.");
