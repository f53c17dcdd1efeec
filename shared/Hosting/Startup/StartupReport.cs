using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monitoring.Hosting.Transport;

namespace Monitoring.Hosting.Startup;

/// <summary>One line that says where this process is and what it would lose.</summary>
internal sealed partial class StartupReport(
    IConfiguration configuration, IServer server, IHostApplicationLifetime lifetime, ILogger<StartupReport> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Report);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Report()
    {
        var folder = DataFolder.PathFrom(configuration);
        var transport = TransportOptions.From(configuration);
        var inMemory = transport.RabbitMq is null;
        LogReady(
            string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []),
            inMemory ? "memory" : $"RabbitMQ at {transport.RabbitMq!.Host}",
            configuration.GetConnectionString("Elasticsearch") is null ? "Lucene in " + Path.Combine(folder, "index") : "Elasticsearch",
            configuration.GetConnectionString("Postgres") is null ? "SQLite" : "PostgreSQL",
            folder,
            string.IsNullOrEmpty(configuration["Smtp:Host"]) ? "files in " + Path.Combine(folder, "outbox") : configuration["Smtp:Host"]!,
            inMemory ? "messages in flight (made good from the store at the next start)" : "nothing");
    }

    [LoggerMessage(LogLevel.Information, "Ready at {Addresses}. Transport: {Transport}. Index: {Index}. Store: {Store}. Data: {Folder}. Mail: {Mail}. Not durable: {NotDurable}.")]
    private partial void LogReady(string addresses, string transport, string index, string store, string folder, string mail, string notDurable);
}
