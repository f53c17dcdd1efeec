using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Classifier.Tagging;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Tests.Tagging;

public sealed class TagArticleConsumerTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_discovered_article_is_published_with_its_tags()
    {
        await using var provider = Provider();
        var harness = await StartAsync(provider);

        await harness.Bus.Publish(Discovered("a", "France funds a sovereign AI supercomputer"), Cancel);

        var published = (await harness.Published.SelectAsync<ArticleClassified>(Cancel).First()).Context.Message;
        Assert.Equal("a", published.Article.ArticleId);
        Assert.Contains(published.Tags.Countries, tag => tag.Code == "FR");
    }

    [Fact]
    public async Task An_article_that_cannot_be_tagged_is_rejected_and_the_rest_goes_on()
    {
        await using var provider = Provider();
        var harness = await StartAsync(provider);

        // A title that is null cannot come from FeedIngestor, but it can come from a broken message.
        await harness.Bus.PublishBatch([Discovered("bad", null!), Discovered("good", "France funds an AI plan")], Cancel);

        Assert.Equal("bad", (await harness.Published.SelectAsync<ArticleRejected>(Cancel).First()).Context.Message.ArticleId);
        Assert.Equal("good", (await harness.Published.SelectAsync<ArticleClassified>(Cancel).First()).Context.Message.Article.ArticleId);
    }

    private static ServiceProvider Provider() => new ServiceCollection()
        .AddLogging()
        .AddSingleton(_ => Taggers.Create())
        .AddMassTransitTestHarness(bus => bus.AddConsumer<TagArticleConsumer, TagArticleConsumerDefinition>())
        .BuildServiceProvider(validateScopes: true);

    private static async Task<ITestHarness> StartAsync(ServiceProvider provider)
    {
        var harness = provider.GetRequiredService<ITestHarness>();
        await harness.Start();
        return harness;
    }

    private static ArticleDiscovered Discovered(string id, string title) => new()
    {
        Article = new Article
        {
            ArticleId = id,
            ContentVersion = "1",
            Url = "https://example.org/" + id,
            Title = title,
            PublishedAt = s_noon,
            DiscoveredAt = s_noon,
            Source = new ArticleSource { FeedId = "f", Name = "Feed" },
        },
    };
}
