using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Monitoring.Hosting;

/// <summary>Liveness says that the process answers; readiness says that it can work, and if not, what is missing.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        var answer = new
        {
            status = report.Status.ToString().ToLowerInvariant(),
            missing = report.Entries
                .Where(entry => entry.Value.Status != HealthStatus.Healthy)
                .ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? entry.Value.Exception?.Message ?? "not ready"),
        };
        return context.Response.WriteAsync(JsonSerializer.Serialize(answer, JsonSerializerOptions.Web), context.RequestAborted);
    }
}
