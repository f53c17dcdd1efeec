using System.Diagnostics;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Fixtures;
using Monitoring.Hosting;

namespace Monitoring.Integration.Tests.Transport;

/// <summary>One queue for all tests of this class, so they run one after the other, which xunit does within a class.</summary>
public sealed class RabbitMqTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("monitoring-integration-").FullName;
    private readonly string _id = Guid.NewGuid().ToString("n");
    private Broker _broker = null!;
    private WebApplication _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private WorkLog Log => _service.Services.GetRequiredService<WorkLog>();

    public async ValueTask InitializeAsync()
    {
        _broker = await Broker.ConnectAsync(Cancel);
        _service = MonitoringHost.Create([]).Add<WorkModule>().Build(
            [$"--ConnectionStrings:RabbitMq={_broker.Url}", $"--Data:Directory={_data}", "--urls=http://127.0.0.1:0"]);
        await _service.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
            await _broker.DisposeAsync();
        }

        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Queues_are_quorum_queues() =>
        Assert.Contains("'quorum'", await _broker.RedeclareAsClassicAsync(WorkModule.Queue, Cancel), StringComparison.Ordinal);

    [Fact]
    public async Task A_message_that_can_never_succeed_goes_to_the_error_queue_at_once()
    {
        var before = await _broker.WaitingAsync(WorkModule.Queue + "_error", Cancel);

        await PublishAsync("poison");

        await Eventually.TrueAsync(
            async () => await _broker.WaitingAsync(WorkModule.Queue + "_error", Cancel) == before + 1, TimeSpan.FromSeconds(10), () => "It is not there.", Cancel);
        Assert.Single(Log.Tried, id => id == _id);
    }

    [Fact]
    public async Task An_outage_fills_no_error_queue_and_loses_nothing()
    {
        var before = await _broker.WaitingAsync(WorkModule.Queue + "_error", Cancel);
        Log.Outage = true;
        await PublishAsync("good");
        await Eventually.TrueAsync(() => Task.FromResult(Log.Tried.Count(id => id == _id) >= 6), TimeSpan.FromSeconds(60), () => "It was not tried again.", Cancel);

        Log.Outage = false;

        await Eventually.TrueAsync(() => Task.FromResult(Log.Done.Contains(_id)), TimeSpan.FromSeconds(60), () => "It was lost.", Cancel);
        Assert.Equal(before, await _broker.WaitingAsync(WorkModule.Queue + "_error", Cancel));
    }

    [Fact]
    public async Task A_service_that_stops_during_an_outage_gives_its_message_back_within_five_seconds()
    {
        var before = await _broker.WaitingAsync(WorkModule.Queue + "_error", Cancel);
        Log.Outage = true;
        await PublishAsync("good");
        await Eventually.TrueAsync(() => Task.FromResult(Log.Tried.Contains(_id)), TimeSpan.FromSeconds(10), () => "It was not tried.", Cancel);

        var watch = Stopwatch.StartNew();
        await _service.StopAsync(Cancel);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await Eventually.TrueAsync(
            async () => await _broker.WaitingAsync(WorkModule.Queue, Cancel) == 1, TimeSpan.FromSeconds(10), () => "It is not in the queue.", Cancel);
        Assert.Equal(before, await _broker.WaitingAsync(WorkModule.Queue + "_error", Cancel));
    }

    private Task PublishAsync(string kind) => _service.Services.GetRequiredService<IBus>().Publish(new Work(kind, _id), Cancel);
}
