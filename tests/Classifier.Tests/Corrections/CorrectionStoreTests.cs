using Microsoft.Extensions.Time.Testing;
using Monitoring.Classifier.Corrections;
using Monitoring.Contracts;
using Monitoring.Fixtures;
using Monitoring.Storage;

namespace Monitoring.Classifier.Tests.Corrections;

public sealed class SqliteCorrectionStoreTests() : CorrectionStoreTests(SqlDialect.Sqlite);

public sealed class PostgresCorrectionStoreTests() : CorrectionStoreTests(SqlDialect.Postgres);

public abstract class CorrectionStoreTests(SqlDialect dialect) : IAsyncLifetime
{
    private static readonly DateTimeOffset s_noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(s_noon);
    private TestDatabase<ClassifierModule> _database = null!;
    private CorrectionStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase<ClassifierModule>.CreateAsync(dialect, ClassifierModule.Name, Cancel);
        _store = new CorrectionStore(_database.Database, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_last_word_on_each_field_holds_whatever_the_order_of_arrival()
    {
        await _store.SaveAsync(Correction("2", minutes: 2) with { Themes = ["chips"] }, Cancel);
        await _store.SaveAsync(Correction("1", minutes: 1) with { Themes = ["data"], IsRelevant = true, Countries = [new("FR", CountryRole.Target)] }, Cancel);

        var found = (await _store.FindAsync(["a", "b"], Cancel))["a"];

        Assert.True(found.IsRelevant);
        Assert.Equal(["chips"], found.Themes);
        Assert.Equal([new("FR", CountryRole.Target)], found.Countries);
    }

    [Fact]
    public async Task The_same_correction_twice_is_one()
    {
        await _store.SaveAsync(Correction("1", minutes: 1) with { IsRelevant = true }, Cancel);
        await _store.SaveAsync(Correction("1", minutes: 1) with { IsRelevant = false }, Cancel);

        var found = await _store.FindAsync(["a"], Cancel);

        Assert.True(found["a"].IsRelevant);
    }

    [Fact]
    public async Task A_corrected_text_is_kept_for_training_and_others_are_forgotten_in_time()
    {
        await _store.RememberAsync([new("a", "title", "text", "en"), new("b", "other", "", "fr")], Cancel);
        await _store.SaveAsync(Correction("1", minutes: 1) with { IsRelevant = true }, Cancel);
        _clock.Advance(CorrectionStore.TextsKept + TimeSpan.FromDays(1));
        await _store.RememberAsync([new("c", "new", "", "de")], Cancel);
        await _store.SaveAsync(Correction("2", minutes: 2) with { ArticleId = "b", IsRelevant = true }, Cancel);

        var (text, correction) = Assert.Single(await _store.CorrectedAsync(Cancel));

        Assert.Equal(new TaggedText("a", "title", "text", "en"), text);
        Assert.True(correction.IsRelevant);
    }

    private static TagsCorrected Correction(string id, int minutes) =>
        new() { CorrectionId = id, ArticleId = "a", By = "local", At = s_noon + TimeSpan.FromMinutes(minutes) };
}
