using Monitoring.Outbound;

namespace Monitoring.FeedIngestor.Tests.Hostile;

/// <summary>Where servers try to send a client, by name, and how the request must end.</summary>
internal static class RedirectCases
{
    public static IReadOnlyDictionary<string, HostileCase> All { get; } = new Dictionary<string, HostileCase>
    {
        ["to itself"] = new(server => server.RedirectAsync(server.Path), OutboundOutcome.RedirectLoop, "circle"),
        ["in a circle of two"] = new(server => server.RedirectAsync(server.Path.EndsWith('b') ? "/a" : "/b"), OutboundOutcome.RedirectLoop, "circle"),
        ["ever further"] = new(server => server.RedirectAsync(server.Path + "x"), OutboundOutcome.RedirectLoop, "More than 5"),
        ["nowhere"] = new(server => server.AnswerAsync("", status: "302 Found"), OutboundOutcome.Answered),
        ["to an address that is none"] = new(server => server.RedirectAsync("http://[::"), OutboundOutcome.Answered),
        ["to a file"] = To("file:///etc/passwd", OutboundOutcome.BadAddress),
        ["to gopher"] = To("gopher://127.0.0.1:6379/_FLUSHALL", OutboundOutcome.BadAddress),
        ["to a script"] = To("javascript:alert(1)", OutboundOutcome.BadAddress),
        ["to a data address"] = To("data:text/xml,<rss/>", OutboundOutcome.BadAddress),
        ["with a password"] = To("http://user:secret@example.org/feed", OutboundOutcome.BadAddress, "carries a user name"),
        ["to another port of loopback"] = To("http://127.0.0.1:9/feed"),
        ["to localhost by name"] = To("http://localhost:9/feed"),
        ["to localhost with a dot at its end"] = To("http://localhost.:9/feed"),
        ["to the metadata service"] = To("http://169.254.169.254/latest/meta-data/"),
        ["to the metadata service in decimal"] = To("http://2852039166/latest/meta-data/"),
        ["to loopback in decimal"] = To("http://2130706433:9/feed"),
        ["to loopback in octal"] = To("http://0177.0.0.1:9/feed"),
        ["to loopback in hexadecimal"] = To("http://0x7f000001:9/feed"),
        ["to loopback in two numbers"] = To("http://127.1:9/feed"),
        ["to loopback in wide digits"] = To("http://１２７.０.０.１:9/feed"),
        ["to loopback of IPv6"] = To("http://[::1]:9/feed"),
        ["to IPv4 mapped into IPv6"] = To("http://[::ffff:127.0.0.1]:9/feed"),
        ["to IPv4 compatible with IPv6"] = To("http://[::7f00:1]:9/feed"),
        ["to loopback through NAT64"] = To("http://[64:ff9b::7f00:1]:9/feed"),
        ["to loopback through 6to4"] = To("http://[2002:7f00:1::]:9/feed"),
        ["to a link-local address with a zone"] = To("http://[fe80::1%25lo]:9/feed"),
        ["to a private network"] = To("http://10.0.0.1/feed"),
        ["to a provider's inner network"] = To("http://100.64.0.1/feed"),
        ["to a unique local address"] = To("http://[fd00:ec2::254]/feed"),
        ["to the unspecified address"] = To("http://0.0.0.0:9/feed"),
        ["to broadcast"] = To("http://255.255.255.255/feed"),
        ["to a name of a hundred letters"] = To($"http://{new string('a', 100)}.example/feed", OutboundOutcome.Unreachable),
        ["to a name that exists nowhere"] = To("http://xn--bcher-kva.invalid/feed", OutboundOutcome.Unreachable),
        ["to TLS on a plain port"] = new(
            server => server.Path.Length > 0 ? server.RedirectAsync($"https://{server.Server.Authority}/feed") : server.AnswerAsync("plain"), OutboundOutcome.Unreachable),
    };

    private static HostileCase To(string location, OutboundOutcome outcome = OutboundOutcome.Forbidden, string? says = null) =>
        // UTF-8 bytes on the wire, whatever the address holds.
        new(server => server.RedirectAsync(System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(location))), outcome, says);
}
