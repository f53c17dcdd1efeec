namespace Monitoring.Delivery;

/// <summary>How one try ended.</summary>
internal abstract record SendResult
{
    public sealed record Sent : SendResult;

    /// <summary>A passing cause: another try may succeed.</summary>
    public sealed record TryLater(string Reason) : SendResult;

    /// <summary>Another try would end the same.</summary>
    public sealed record Refused(string Reason) : SendResult;
}
