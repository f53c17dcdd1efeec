using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Monitoring.Hosting;

/// <summary>Traces and metrics of every process. <c>/metrics</c> for Prometheus; OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<ModuleRegistration> modules)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(modules.Count == 1 ? modules[0].Name : "all-in-one", "monitoring"))
            .WithTracing(traces => traces
                .AddSource("MassTransit", "Monitoring.*")
                .AddAspNetCoreInstrumentation(pages => pages.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics
                .AddMeter("MassTransit", "Monitoring.*")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddPrometheusExporter());
        if (!string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.UseOtlpExporter();
        }
    }
}
