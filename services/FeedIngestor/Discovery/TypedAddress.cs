using Monitoring.FeedIngestor.Feeds;

namespace Monitoring.FeedIngestor.Discovery;

/// <summary>What a person types into an address field.</summary>
internal static class TypedAddress
{
    /// <summary>Null when no web address can be made of it.</summary>
    public static Uri? Read(string text)
    {
        text = text.Trim();
        var typed = text.Contains("://", StringComparison.Ordinal) || text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) ? text : "https://" + text;
        return FeedFields.Address(typed) is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;
    }
}
