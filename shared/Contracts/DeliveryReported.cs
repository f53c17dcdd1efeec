namespace Monitoring.Contracts;

/// <summary>A mail or webhook was delivered, or given up. Published by Delivery.</summary>
public sealed record DeliveryReported
{
    /// <summary>Key of the command this answers.</summary>
    public required string Key { get; init; }

    /// <summary>True when the receiver accepted it.</summary>
    public required bool Delivered { get; init; }

    /// <summary>Why it was given up; null when delivered.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was accepted or given up, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
