using System.Net.Http.Headers;

namespace Monitoring.FeedIngestor.Fetching;

internal enum FetchResult
{
    Changed,
    NotModified,
    Failed,
    Blocked,
    Gone,
}

/// <summary>What a feed's server had to say.</summary>
internal sealed record FetchedFeed
{
    public required FetchResult Result { get; init; }

    public string? Problem { get; init; }

    /// <summary>How much this failure counts: 1 hard, 0.5 soft, 0.25 passing.</summary>
    public double FailureWeight { get; init; }

    public RetryConditionHeaderValue? RetryAfter { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public string? BodyHash { get; init; }

    public string? ContentType { get; init; }

    public string? Etag { get; init; }

    public string? LastModified { get; init; }

    public Uri? Address { get; init; }

    public Uri? MovedTo { get; init; }
}
