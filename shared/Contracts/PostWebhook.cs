namespace Monitoring.Contracts;

/// <summary>Command to Delivery: post this JSON once. Published by Alerts and Digest until <see cref="DeliveryReported"/> answers.</summary>
public sealed record PostWebhook
{
    /// <summary>Idempotency key; sent along as delivery id.</summary>
    public required string Key { get; init; }

    /// <summary>The receiver's http or https address.</summary>
    public required string Url { get; init; }

    /// <summary>The JSON to post, UTF-8, at most 256 KB.</summary>
    public required string Body { get; init; }

    /// <summary>HMAC-SHA256 signature keys, newest first, base64: two while a secret is being rotated.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }
}
