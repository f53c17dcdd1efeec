using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Classifier.Corrections;
using Monitoring.Classifier.Tagging;
using Monitoring.Contracts;
using Monitoring.Fixtures;
using Monitoring.Storage;

namespace Monitoring.Classifier.Tests.Tagging;

public sealed class TagArticleConsumerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private TestDatabase<ClassifierModule> _database = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _database = await TestDatabase<ClassifierModule>.CreateAsync(SqlDialect.Sqlite, ClassifierModule.Name, Cancel);

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

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

    [Fact]
    public async Task What_a_reader_corrected_holds_when_the_article_comes_again()
    {
        await using var provider = Provider();
        var harness = await StartAsync(provider);

        await harness.Bus.Publish(new TagsCorrected { CorrectionId = "1", ArticleId = "a", IsRelevant = true, Themes = ["defence"], By = "local", At = s_noon }, Cancel);
        await harness.Consumed.Any<TagsCorrected>(Cancel);
        await harness.Bus.Publish(Discovered("a", "Ten turkey recipes for a lazy Sunday"), Cancel);

        var tags = (await harness.Published.SelectAsync<ArticleClassified>(Cancel).First()).Context.Message.Tags;
        Assert.True(tags.IsRelevant);
        Assert.Equal(["defence"], tags.Themes.Select(theme => theme.Id));
    }

    private ServiceProvider Provider() => new ServiceCollection()
        .AddLogging()
        .AddSingleton(_database.Database)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<CorrectionStore>()
        .AddSingleton(_ => Taggers.Create())
        .AddMassTransitTestHarness(bus =>
        {
            bus.AddConsumer<TagArticleConsumer, TagArticleConsumerDefinition>();
            bus.AddConsumer<KeepCorrectionConsumer>();
        })
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
