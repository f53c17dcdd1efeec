using System.Globalization;
using System.Net;

namespace Monitoring.Benchmarks.Feeds;

/// <summary>One round of polling: how many feeds on how many hosts, and where these are.</summary>
internal sealed record Round(int Feeds, int Hosts, TimeSpan Pause, int Port)
{
    public static Round Read(string[] args) => new(
        args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000,
        args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 500,
        TimeSpan.FromSeconds(args.Length > 2 ? double.Parse(args[2], CultureInfo.InvariantCulture) : 1),
        args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 18_080);

    public string[] Arguments => [Feeds.ToString(CultureInfo.InvariantCulture), Hosts.ToString(CultureInfo.InvariantCulture), Pause.TotalSeconds.ToString(CultureInfo.InvariantCulture), Port.ToString(CultureInfo.InvariantCulture)];

    public IEnumerable<IPAddress> Addresses => Enumerable.Range(0, Hosts).Select(host => new IPAddress([127, 0, (byte)(1 + host / 250), (byte)(1 + host % 250)]));

    public Uri Address(int feed) => new($"http://{Addresses.ElementAt(feed % Hosts)}:{Port}/feed/{feed}");
}
