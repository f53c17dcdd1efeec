namespace Monitoring.Contracts;

/// <summary>Command to Delivery: send this mail once. Published by Alerts and Digest until <see cref="DeliveryReported"/> answers.</summary>
public sealed record SendEmail
{
    /// <summary>Idempotency key: the same key is never sent twice. Also the left part of the Message-ID: letters, digits, '.', '-' only.</summary>
    public required string Key { get; init; }

    /// <summary>Address of the one reader, <c>local@domain</c>.</summary>
    public required string To { get; init; }

    /// <summary>Subject, one line.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text part, always present.</summary>
    public required string Text { get; init; }

    /// <summary>HTML part, or null for plain text alone.</summary>
    public string? Html { get; init; }

    /// <summary>Pictures that the HTML names by Content-ID.</summary>
    public IReadOnlyList<InlineImage> Images { get; init; } = [];

    /// <summary>Identifies the list for mail programs, as in RFC 2919, without angle brackets; null for a single mail.</summary>
    public string? ListId { get; init; }

    /// <summary>https address for one-click unsubscribing by POST (RFC 8058); null when there is nothing to unsubscribe from.</summary>
    public string? UnsubscribeUrl { get; init; }
}

/// <summary>A picture inside a mail.</summary>
/// <param name="ContentId">Name used as <c>cid:</c> in the HTML.</param>
/// <param name="MediaType">For instance <c>image/png</c>.</param>
/// <param name="Content">The bytes, at most 100 KB.</param>
public sealed record InlineImage(string ContentId, string MediaType, byte[] Content);
