using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monitoring.Contracts;
using Monitoring.Hosting;

namespace Monitoring.Portal.Tests;

/// <summary>Answers as FeedIngestor does, and remembers what it was told.</summary>
internal sealed class FakeFeeds
{
    public ConcurrentDictionary<string, FeedOverview> Feeds { get; } = new();

    public ConcurrentQueue<TagsCorrected> Corrections { get; } = new();

    public static string Page => "https://site.example/";

    public static FeedOverview Overview(string title, string health = "healthy") => new()
    {
        FeedId = Given.Id(title)[..16],
        Address = $"https://news.example/{title.Replace(' ', '-')}.xml",
        Title = title,
        Health = health,
        IntervalSeconds = 3600,
        Settings = new FeedSettings { Title = title, Kind = "blog" },
    };

    public void Add(FeedOverview feed) => Feeds[feed.FeedId] = feed;

    private FeedList List(ListFeeds question)
    {
        var found = Feeds.Values.Where(feed => (question.FeedId ?? feed.FeedId) == feed.FeedId && (question.Health ?? feed.Health) == feed.Health
            && feed.Title.Contains(question.Search ?? "", StringComparison.OrdinalIgnoreCase)).ToList();
        return new FeedList { Feeds = [.. found.Take(question.Take)], Total = found.Count, Healths = Feeds.Values.GroupBy(feed => feed.Health).ToDictionary(group => group.Key, group => group.Count()) };
    }

    private FeedAdded Follow(AddFeed command)
    {
        if (command.Address == Page)
        {
            return new FeedAdded { Candidates = [new("https://site.example/a.xml", "First <choice>", 12), new("https://site.example/b.xml", "Second choice", 1)] };
        }

        if (!command.Address.EndsWith(".xml", StringComparison.Ordinal) && !command.Unchecked)
        {
            return new FeedAdded { Problem = "There is no feed at this address." };
        }

        var feed = Overview(command.Address, "new") with { Address = command.Address };
        return new FeedAdded { WasKnown = !Feeds.TryAdd(feed.FeedId, feed), Feed = feed };
    }

    private FeedChanged Change(ChangeFeed command)
    {
        if (!Feeds.TryGetValue(command.FeedId, out var feed))
        {
            return new FeedChanged { Problem = "There is no such feed." };
        }

        if (command.Change == FeedChange.Delete)
        {
            Feeds.TryRemove(command.FeedId, out _);
            return new FeedChanged();
        }

        return Keep(feed with { Health = command.Change == FeedChange.Pause ? "paused" : "healthy" });
    }

    private FeedChanged Keep(FeedOverview feed)
    {
        Feeds[feed.FeedId] = feed;
        return new FeedChanged { Feed = feed };
    }

    internal sealed class Answers(FakeFeeds feeds)
        : IConsumer<ListFeeds>, IConsumer<AddFeed>, IConsumer<ImportFeeds>, IConsumer<ExportFeeds>, IConsumer<ChangeFeed>, IConsumer<ChangeFeedSettings>, IConsumer<TagsCorrected>
    {
        public Task Consume(ConsumeContext<ListFeeds> context) => context.RespondAsync(feeds.List(context.Message));

        public Task Consume(ConsumeContext<AddFeed> context) => context.RespondAsync(feeds.Follow(context.Message));

        public Task Consume(ConsumeContext<ImportFeeds> context) =>
            context.RespondAsync(context.Message.Opml.Contains("<opml", StringComparison.Ordinal) ? new FeedsImported { Added = 2, Problems = ["“ftp://x” is no web address."] } : new FeedsImported { Problems = ["The list is no OPML."] });

        public Task Consume(ConsumeContext<ExportFeeds> context) => context.RespondAsync(new FeedsExported { Opml = "<opml version=\"2.0\"/>" });

        public Task Consume(ConsumeContext<ChangeFeed> context) => context.RespondAsync(feeds.Change(context.Message));

        public Task Consume(ConsumeContext<ChangeFeedSettings> context) =>
            context.RespondAsync(feeds.Keep(feeds.Feeds[context.Message.FeedId] with { Title = context.Message.Settings.Title ?? "", Settings = context.Message.Settings }));

        public Task Consume(ConsumeContext<TagsCorrected> context)
        {
            feeds.Corrections.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }

    internal sealed class Module : IServiceModule
    {
        public static string Name => "fake-feeds";

        public static int Port => 5998;

        public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<FakeFeeds>();

        public static void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<Answers>();
    }
}
