using System.Net;
using System.Net.Sockets;

namespace Monitoring.Outbound;

/// <summary>Which IP addresses a request may reach: the public ones (RFC 6890 and the registries it names).</summary>
public static class AddressGuard
{
    private static readonly IPNetwork[] s_forbidden =
    [
        // "This" network, private use, shared (CGNAT), loopback, link-local with the clouds' metadata service.
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"),
        // Protocol assignments, documentation, 6to4 relays, private use, benchmarks, documentation.
        IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"),
        // Multicast, reserved, broadcast.
        IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
        // IPv6: unspecified, loopback, discard, documentation, unique local, link-local, site-local, multicast.
        IPNetwork.Parse("::/128"), IPNetwork.Parse("::1/128"), IPNetwork.Parse("100::/64"), IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("3fff::/20"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("fec0::/10"), IPNetwork.Parse("ff00::/8"),
        // ORCHID and Teredo carry what they like inside.
        IPNetwork.Parse("2001::/23"),
    ];

    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork s_localNat64 = IPNetwork.Parse("64:ff9b:1::/48");
    private static readonly IPNetwork s_sixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork s_compatible = IPNetwork.Parse("::/96");

    /// <summary>True when a request may connect to <paramref name="address"/>; IPv4 inside IPv6 is judged as IPv4.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var judged = Embedded(address) ?? address;
        return !s_localNat64.Contains(judged) && !Array.Exists(s_forbidden, network => network.Contains(judged));
    }

    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (s_sixToFour.Contains(address))
        {
            return new IPAddress(bytes[2..6]);
        }

        var isLoopbackOrNone = address.Equals(IPAddress.IPv6Loopback) || address.Equals(IPAddress.IPv6Any);
        return s_nat64.Contains(address) || (s_compatible.Contains(address) && !isLoopbackOrNone) ? new IPAddress(bytes[12..]) : null;
    }
}
