using Microsoft.Extensions.Time.Testing;
using Monitoring.Contracts;
using Monitoring.Fixtures;
using Monitoring.Storage;

namespace Monitoring.Delivery.Tests;

public sealed class SqliteDeliveryStoreTests() : DeliveryStoreTests(SqlDialect.Sqlite);

public sealed class PostgresDeliveryStoreTests() : DeliveryStoreTests(SqlDialect.Postgres);

public abstract class DeliveryStoreTests(SqlDialect dialect) : IAsyncLifetime
{
    private static readonly SendEmail s_mail = new() { Key = "k1", To = "reader@example.org", Subject = "Subject", Text = "Text" };
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero));
    private TestDatabase<DeliveryModule> _database = null!;
    private DeliveryStore _store = null!;
    private Deliverer _deliverer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase<DeliveryModule>.CreateAsync(dialect, DeliveryModule.Name, Cancel);
        _store = new DeliveryStore(_database.Database, _clock);
        _deliverer = new Deliverer(_store, _clock);
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
    public async Task What_was_sent_is_never_taken_again()
    {
        await _deliverer.ConcludeAsync((await TakeAsync())!, new SendResult.Sent(), Cancel);

        Assert.Equal(DeliveryState.Sent, (await TakeAsync())!.State);
    }

    [Fact]
    public async Task What_one_process_works_on_is_not_given_to_another()
    {
        await TakeAsync();

        Assert.Null(await TakeAsync());
        Assert.Empty(await _store.TakeDueAsync(10, Cancel));
    }

    [Fact]
    public async Task What_a_killed_process_worked_on_is_tried_again_when_its_lease_ends()
    {
        await TakeAsync();

        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Single(await _store.TakeDueAsync(10, Cancel));
    }

    [Fact]
    public async Task A_passing_failure_is_tried_again_and_ever_later_for_a_day()
    {
        var report = await _deliverer.ConcludeAsync((await TakeAsync())!, new SendResult.TryLater("451 greylisted"), Cancel);
        var tries = 0;
        while (report is null)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            foreach (var due in await _store.TakeDueAsync(10, Cancel))
            {
                tries++;
                report = await _deliverer.ConcludeAsync(due, new SendResult.TryLater("451 greylisted"), Cancel);
            }
        }

        Assert.False(report.Delivered);
        Assert.Contains("451 greylisted", report.Reason, StringComparison.Ordinal);
        Assert.InRange(tries, 8, 20);
    }

    [Fact]
    public async Task The_words_of_a_mail_are_not_kept_longer_than_needed()
    {
        await _deliverer.ConcludeAsync((await TakeAsync())!, new SendResult.Sent(), Cancel);

        Assert.Equal("", (await TakeAsync())!.Command);
    }

    private Task<DeliveryRecord?> TakeAsync() => _store.TakeAsync(s_mail.Key, "email", s_mail, Cancel);
}
