using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monitoring.Hosting;

namespace Monitoring.Integration.Tests.Transport;

/// <summary>What a test tells a service to do.</summary>
public sealed record Work(string Kind, string Id);

/// <summary>What became of it.</summary>
public sealed class WorkLog
{
    public ConcurrentQueue<string> Done { get; } = new();

    public ConcurrentQueue<string> Tried { get; } = new();

    /// <summary>While true, whatever the work needs is down.</summary>
    public bool Outage { get; set; }
}

/// <summary>A service that does what each message says: succeed, be poison, or meet an outage.</summary>
public sealed class DoWorkConsumer(WorkLog log) : IConsumer<Work>
{
    public Task Consume(ConsumeContext<Work> context)
    {
        log.Tried.Enqueue(context.Message.Id);
        if (context.Message.Kind == "poison")
        {
            throw new PoisonMessageException("It can never succeed.");
        }

        if (log.Outage)
        {
            throw new IOException("The store is down.");
        }

        log.Done.Enqueue(context.Message.Id);
        return Task.CompletedTask;
    }
}

public sealed class WorkModule : IServiceModule
{
    public const string Queue = "tests-do-work";

    public static string Name => "work";

    public static int Port => 0;

    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<WorkLog>();

    public static void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<DoWorkConsumer>();
}
