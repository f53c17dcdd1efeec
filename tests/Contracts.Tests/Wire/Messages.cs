
namespace Monitoring.Contracts.Tests.Wire;

/// <summary>One full example of every message, as it was on the day it was pinned.</summary>
internal static class Messages
{
    private static readonly DateTimeOffset s_time = new(2026, 3, 2, 7, 30, 15, 250, TimeSpan.Zero);

    private static readonly Article s_article = new()
    {
        ArticleId = "0123456789abcdef0123456789abcdef",
        ContentVersion = "fedcba9876543210",
        Url = "https://example.org/a?id=1",
        Title = "Ministry opens cluster — “phase two”",
        Text = "The ministry opened the cluster.",
        Html = "<p>The ministry opened the cluster.</p>",
        ClaimedLanguage = "en",
        PublishedAt = s_time,
        PublishedAtOrigin = DateOrigin.ItemUpdated,
        DiscoveredAt = s_time.AddMinutes(1),
        Source = new ArticleSource { FeedId = "0011223344556677", Name = "Example Gazette", Country = "PL", Kind = "newspaper" },
        Authors = ["Desk"],
        Categories = ["Technology"],
        NeverAlert = true,
    };

    private static readonly ArticleTags s_tags = new()
    {
        Relevance = 0.75f,
        IsRelevant = true,
        Countries = [new CountryTag { Code = "PL", Role = CountryRole.Subject, Score = 0.5f, Evidence = [new Evidence(EvidenceField.Text, 4, 8, "ministry")] }],
        Themes = [new ThemeTag { Id = "compute", Score = 0.25f, Evidence = [new Evidence(EvidenceField.Title, 15, 7, "cluster")] }],
        Language = "en",
        ModelVersion = "1-abcdef",
    };

    private static readonly FeedSettings s_settings = new()
    {
        Title = "Example Gazette", Country = "PL", Language = "pl", Kind = "newspaper", IntervalMinutes = 90, FullText = true, Trusted = true,
        IgnoreRobots = true, RetryAlone = true,
    };

    private static readonly FeedOverview s_feed = new()
    {
        FeedId = "0011223344556677", Address = "https://example.org/feed", Title = "Example Gazette", SiteUrl = "https://example.org/", Folder = "Europe/Poland",
        Health = "failing", Problem = "The server answered 500.", FailingSince = s_time.AddDays(-1), PolledAt = s_time, NextPollAt = s_time.AddHours(1),
        NewAt = s_time.AddDays(-2), Items = 10, IntervalSeconds = 1_800, IsPushed = true, Settings = s_settings,
    };

    public static IReadOnlyDictionary<string, object> All { get; } = new object[]
    {
        new ArticleDiscovered { Article = s_article },
        new ArticleClassified { Article = s_article, Tags = s_tags },
        new ArticleIndexed { Article = s_article, Tags = s_tags, StoryId = s_article.ArticleId, FirstIndexedAt = s_time },
        new ArticleRejected { ArticleId = s_article.ArticleId, ContentVersion = s_article.ContentVersion, Stage = "index", Reason = "too deep" },
        new FeedPolled
        {
            FeedId = "0011223344556677", Address = "https://example.org/feed", Title = "Example Gazette", Country = "PL", Language = "pl",
            Kind = "newspaper", PolledAt = s_time, NextPollAt = s_time.AddHours(1), Health = "failing", Problem = "The server answered 500.",
            FailingSince = s_time.AddDays(-1), Items = 10, NewItems = 2,
        },
        new FeedRemoved { FeedId = "0011223344556677" },
        new ListFeeds { Search = "gazette", Health = "failing", FeedId = "0011223344556677", Skip = 100, Take = 50 },
        new FeedList { Feeds = [s_feed], Total = 101, Healths = new Dictionary<string, int> { ["failing"] = 101 } },
        new AddFeed { Address = "example.org", Unchecked = true, Settings = s_settings },
        new FeedAdded { Feed = s_feed, WasKnown = true, Candidates = [new FeedCandidate("https://example.org/atom", "Atom", 3)], Problem = "none" },
        new ImportFeeds { Opml = "<opml/>" },
        new FeedsImported { Added = 3, Known = 2, Problems = ["ftp://example.org is no web address."] },
        new ExportFeeds { Folder = "Europe" },
        new FeedsExported { Opml = "<opml/>" },
        new ChangeFeed { FeedId = "0011223344556677", Change = FeedChange.PollNow },
        new ChangeFeedSettings { FeedId = "0011223344556677", Settings = s_settings },
        new FeedChanged { Feed = s_feed, Problem = "none" },
        new TagsCorrected
        {
            CorrectionId = "c1", ArticleId = s_article.ArticleId, IsRelevant = true, Countries = [new CorrectedCountry("PL", CountryRole.Place)],
            Themes = ["compute"], By = "local", At = s_time,
        },
        new SendEmail
        {
            Key = "k1", To = "reader@example.org", Subject = "Subject", Text = "Text", Html = "<p>Text</p>",
            Images = [new InlineImage("chart", "image/png", [1, 2, 3])], ListId = "digest.example.org", UnsubscribeUrl = "https://example.org/u",
        },
        new PostWebhook { Key = "k2", Url = "https://example.org/hook", Body = "{}", Secrets = ["c2VjcmV0"] },
        new DeliveryReported { Key = "k1", Delivered = false, Reason = "550 no such user", At = s_time },
    }.ToDictionary(message => message.GetType().Name);
}
