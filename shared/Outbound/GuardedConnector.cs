using System.Net;
using System.Net.Sockets;

namespace Monitoring.Outbound;

/// <summary>Opens connections for <see cref="OutboundClient"/>: the very address that was judged is the one connected to, so a second DNS answer changes nothing.</summary>
internal sealed class GuardedConnector(IReadOnlySet<string> allowedHosts)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var target = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(target.Host, cancel);
        var allowed = allowedHosts.Contains($"{target.Host}:{target.Port}");
        var reachable = addresses.Where(address => allowed || AddressGuard.IsPublic(address)).ToArray();
        if (reachable.Length == 0)
        {
            throw new ForbiddenAddressException(target.Host, target.Port);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(reachable, target.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The address is loopback, private or otherwise not public, and not on the allow list.</summary>
internal sealed class ForbiddenAddressException(string host, int port)
    : Exception($"{host}:{port} is not a public address. If it is meant, add it to Outbound__Allow.");
