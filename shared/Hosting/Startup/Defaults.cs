using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Monitoring.Hosting.Startup;

/// <summary>What every process has in common; each line can be overridden from the environment.</summary>
internal static class Defaults
{
    public static void Apply(WebApplicationBuilder builder, int port)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        }

        if (builder.Configuration.GetValue<bool>("Sample:Enabled"))
        {
            // Sample articles never mix with real ones.
            builder.Configuration["Data:Directory"] ??= Path.Combine("data", "sample");
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(host =>
        {
            // Ctrl-C ends within five seconds: what is cut off is republished at the next start.
            host.ShutdownTimeout = TimeSpan.FromSeconds(4);
            host.ServicesStartConcurrently = false;
        });
        ConfigureLogging(builder.Logging);
    }

    private static void ConfigureLogging(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
        });
        foreach (var noisy in (string[])["Microsoft", "System.Net.Http", "MassTransit", "Polly", "FluentMigrator"])
        {
            logging.AddFilter(noisy, LogLevel.Warning);
        }

        // One start failure is one line on standard error, not a second one with a stack.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }
}
