using System.Security.Cryptography;
using System.Text;

namespace Monitoring.FeedIngestor.Polling.WebSub;

/// <summary>What was agreed with a hub about one feed.</summary>
internal sealed record Subscription
{
    public required string FeedId { get; init; }

    public required string Hub { get; init; }

    public required string Topic { get; init; }

    public required string Secret { get; init; }

    public required string State { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>Last part of the callback's address: who does not know the secret cannot guess it.</summary>
    public string Token => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes("callback")))[..32];

    /// <param name="header">X-Hub-Signature: the method and the HMAC of the body in hexadecimal.</param>
    /// <param name="body">As it came.</param>
    public bool IsSigned(string? header, ReadOnlySpan<byte> body)
    {
        var parts = header?.Split('=', 2);
        if (parts is not { Length: 2 } || parts[1].Length > 128 || !parts[1].All(Uri.IsHexDigit) || parts[1].Length % 2 != 0)
        {
            return false;
        }

        var secret = Encoding.UTF8.GetBytes(Secret);
        var expected = parts[0].Trim().ToLowerInvariant() switch
        {
            "sha256" => HMACSHA256.HashData(secret, body),
            "sha384" => HMACSHA384.HashData(secret, body),
            "sha512" => HMACSHA512.HashData(secret, body),
            // SHA-1 is what the older hubs speak; as a keyed hash it still holds.
#pragma warning disable CA5350
            "sha1" => HMACSHA1.HashData(secret, body),
#pragma warning restore CA5350
            _ => null,
        };
        return expected is not null && CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(parts[1]));
    }
}

internal static class SubscriptionState
{
    public const string Wanted = "wanted";
    public const string Asked = "asked";
    public const string Active = "active";
    public const string Leaving = "leaving";
}
