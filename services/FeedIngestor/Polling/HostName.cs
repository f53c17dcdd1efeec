using System.Globalization;

namespace Monitoring.FeedIngestor.Polling;

/// <summary>What counts as one host when turns are given: the name in lower case, with the port when it is unusual.</summary>
internal static class HostName
{
    private const int Longest = 255;

    public static string Of(Uri address)
    {
        var name = address.IdnHost.TrimEnd('.').ToLowerInvariant();
        var spelled = address.IsDefaultPort ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{address.Port}");
        return spelled.Length > Longest ? spelled[..Longest] : spelled;
    }

    /// <summary>Addresses that are none share one host: they cost nothing but their turn.</summary>
    public static string Of(string address)
    {
        try
        {
            return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Of(uri) : "";
        }
        catch (UriFormatException)
        {
            // A name that no name server could know is found out only here.
            return "";
        }
    }
}
