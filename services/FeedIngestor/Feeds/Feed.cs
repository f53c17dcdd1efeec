using System.Security.Cryptography;
using System.Text;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Feeds;

/// <summary>One feed and its state, as stored.</summary>
internal sealed record Feed
{
    public required string FeedId { get; init; }

    public required string Address { get; init; }

    public required string Title { get; init; }

    public string? SiteUrl { get; init; }

    public string? Country { get; init; }

    public string? Language { get; init; }

    public string? Kind { get; init; }

    /// <summary>Where it stands in a nested list, for instance <c>Europe/France</c>.</summary>
    public string? Folder { get; init; }

    public bool Verified { get; init; }

    public string Status { get; init; } = FeedStatus.Active;

    public string Host { get; init; } = "";

    public DateTimeOffset DueAt { get; init; }

    public int IntervalSeconds { get; init; }

    public string? Etag { get; init; }

    public string? LastModified { get; init; }

    public string? BodyHash { get; init; }

    public int Polls { get; init; }

    public DateTimeOffset? PolledAt { get; init; }

    public DateTimeOffset? SucceededAt { get; init; }

    public DateTimeOffset? NewAt { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    public double FailureWeight { get; init; }

    public string Health { get; init; } = FeedHealth.New;

    public string? Problem { get; init; }

    public int Items { get; init; }

    public string? MovedTo { get; init; }

    public int MovedTimes { get; init; }

    /// <summary>Answers "not modified" in a row since the document was last sent.</summary>
    public int Unchanged { get; init; }

    /// <summary>How often "not modified" has proved untrue.</summary>
    public int Lies { get; init; }

    /// <summary>When the document was last sent.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Shortest interval that the document asks for; 0 when it asks for none.</summary>
    public int HintSeconds { get; init; }

    /// <summary>Bit n: not in hour n, UTC.</summary>
    public int SkipHours { get; init; }

    /// <summary>Bit n: not on weekday n, Sunday is 0.</summary>
    public int SkipDays { get; init; }

    /// <summary>Set by a person: this interval, whatever was learned.</summary>
    public int? FixedIntervalSeconds { get; init; }

    /// <summary>Fetch the page of each article for its text.</summary>
    public bool FullText { get; init; }

    /// <summary>A person vouches for the source.</summary>
    public bool Trusted { get; init; }

    /// <summary>The publisher has agreed to be polled in spite of robots.txt.</summary>
    public bool IgnoreRobots { get; init; }

    /// <summary>A Retry-After concerns this feed alone, not its host.</summary>
    public bool RetryAlone { get; init; }

    /// <summary>The WebSub hub that announces the feed's news, and the address by which it knows the feed.</summary>
    public string? Hub { get; init; }

    public string? Topic { get; init; }

    /// <summary>A hub has promised to push news until then.</summary>
    public DateTimeOffset? PushedUntil { get; init; }

    /// <summary>Since when hubs have pushed without a gap.</summary>
    public DateTimeOffset? PushedSince { get; init; }

    public ArticleSource Source => new() { FeedId = FeedId, Name = Title, Country = Country, Kind = Kind };

    /// <summary>The same address always gives the same id, so adding a feed twice costs nothing.</summary>
    public static string IdFrom(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..16];
}

internal static class FeedStatus
{
    public const string Active = "active";
    public const string Paused = "paused";
    public const string Gone = "gone";

    /// <summary>Followed no more; remembered, so that no list brings it back.</summary>
    public const string Deleted = "deleted";
}

/// <summary>How a feed fares, in the words that readers see.</summary>
internal static class FeedHealth
{
    public const string New = "new";
    public const string Healthy = "healthy";
    public const string Quiet = "quiet";
    public const string Empty = "empty";
    public const string Failing = "failing";
    public const string Moved = "moved";
    public const string Gone = "gone";
    public const string Blocked = "blocked";
    public const string Paused = "paused";
}
