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

    /// <summary>The question was "only if it changed".</summary>
    public bool WasConditional { get; init; }

    /// <summary>The server sent the document itself, be it the one that is known already.</summary>
    public bool WasSent { get; init; }

    /// <summary>The document broke off: what is there is read, and asked for again in full.</summary>
    public bool IsCut { get; init; }

    /// <summary>How long the server says that the answer stays as it is.</summary>
    public TimeSpan? FreshFor { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public string? BodyHash { get; init; }

    public string? ContentType { get; init; }

    public string? Etag { get; init; }

    public string? LastModified { get; init; }

    public Uri? Address { get; init; }

    public Uri? MovedTo { get; init; }
}
