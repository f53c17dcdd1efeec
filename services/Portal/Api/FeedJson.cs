using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Monitoring.Contracts;
using Monitoring.Portal.Sources.Managing;
using Monitoring.Taxonomy;

namespace Monitoring.Portal.Api;

/// <summary>Which feeds.</summary>
internal sealed record FeedQuestion(
    [property: Description("Part of a title or address.")] string? Search,
    [property: Description("new, healthy, quiet, empty, failing, moved, gone, blocked or paused.")] string? Health,
    [property: Description("Feeds to pass over.")] int? Skip,
    [property: Description("1 to 500, 100 if not given.")] int? Take);

/// <summary>A page of feeds.</summary>
public sealed record FeedPage(
    [property: Description("How many feeds the question matches.")] int Total,
    IReadOnlyList<FeedJson> Items,
    [property: Description("How many of all feeds fare how.")] IReadOnlyDictionary<string, int> Healths);

/// <summary>A feed to follow.</summary>
public sealed record NewFeed(
    [property: Description("Of the feed, or of a page that links to it.")] string Address,
    [property: Description("Follow it as it is, even if it gives no feed now.")] bool Unchecked = false);

/// <summary>A feed and how it fares. The API's own shape: it stays when messages change.</summary>
public sealed record FeedJson
{
    public required string Id { get; init; }

    public required string Address { get; init; }

    public required string Title { get; init; }

    public string? SiteUrl { get; init; }

    public string? Folder { get; init; }

    [Description("new, healthy, quiet, empty, failing, moved, gone, blocked or paused.")]
    public required string Health { get; init; }

    [Description("One sentence that explains a health other than healthy.")]
    public string? Problem { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    public DateTimeOffset? PolledAt { get; init; }

    public DateTimeOffset? NextPollAt { get; init; }

    [Description("When it last brought something new.")]
    public DateTimeOffset? NewAt { get; init; }

    [Description("Items in the document when it was last read.")]
    public int Items { get; init; }

    [Description("Seconds between two polls, as learned or set.")]
    public int IntervalSeconds { get; init; }

    [Description("A hub announces news at once.")]
    public bool IsPushed { get; init; }

    public required FeedPatch Settings { get; init; }

    public static FeedJson Of(FeedOverview feed) => new()
    {
        Id = feed.FeedId,
        Address = feed.Address,
        Title = feed.Title,
        SiteUrl = feed.SiteUrl,
        Folder = feed.Folder,
        Health = feed.Health,
        Problem = feed.Problem,
        FailingSince = feed.FailingSince,
        PolledAt = feed.PolledAt,
        NextPollAt = feed.NextPollAt,
        NewAt = feed.NewAt,
        Items = feed.Items,
        IntervalSeconds = feed.IntervalSeconds,
        IsPushed = feed.IsPushed,
        Settings = FeedPatch.Of(feed),
    };
}

/// <summary>What can be set for a feed.</summary>
public sealed record FeedPatch
{
    [Description("Name shown to readers.")]
    public string? Title { get; init; }

    [Description("Publisher's home: ISO 3166-1 alpha-2 or EU.")]
    public string? Country { get; init; }

    [Description("ISO 639-1; null leaves it to items and document.")]
    public string? Language { get; init; }

    [Description("wire, newspaper, magazine, state-media, government, regulator, company, think-tank, research or blog.")]
    public string? Kind { get; init; }

    [Description("Minutes between two polls, 1 to 10,080; null to learn it.")]
    public int? IntervalMinutes { get; init; }

    [Description("Fetch each article's page for its full text.")]
    public bool FullText { get; init; }

    [Description("A person vouches for the source.")]
    public bool Trusted { get; init; }

    public bool Paused { get; init; }

    [JsonIgnore]
    internal string? Problem =>
        IntervalMinutes is < 1 or > 10_080 ? "feed.trouble.interval"
        : Country is not null && Countries.Find(Country) is null ? "feed.trouble.country"
        : Kind is not null && !FeedSettingsForm.Kinds.Contains(Kind) ? "feed.trouble.kind"
        : null;

    internal static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    internal static FeedPatch Of(FeedOverview feed) => new()
    {
        Title = feed.Title,
        Country = feed.Settings.Country,
        Language = feed.Settings.Language,
        Kind = feed.Settings.Kind,
        IntervalMinutes = feed.Settings.IntervalMinutes,
        FullText = feed.Settings.FullText,
        Trusted = feed.Settings.Trusted,
        Paused = feed.Health == "paused",
    };

    /// <summary>What programs do not see stays as it was.</summary>
    internal FeedSettings Over(FeedSettings before) => before with
    {
        Title = Title,
        Country = Country,
        Language = Language,
        Kind = Kind,
        IntervalMinutes = IntervalMinutes,
        FullText = FullText,
        Trusted = Trusted,
    };
}
