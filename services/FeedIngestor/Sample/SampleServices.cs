using Monitoring.Hosting;

namespace Monitoring.FeedIngestor.Sample;

internal static class SampleServices
{
    /// <summary>With <c>--sample</c>, serves the sample feeds and lets this process, and only it, reach them.</summary>
    public static void AddSampleFeeds(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSettings<SampleOptions>("Sample").AddSingleton<SampleFeeds>();
        var options = builder.Configuration.GetSection("Sample").Get<SampleOptions>() ?? new SampleOptions();
        if (!options.Enabled)
        {
            return;
        }

        builder.Configuration["Outbound:Allow"] = string.Join(',', builder.Configuration["Outbound:Allow"], $"127.0.0.1:{options.Port}").Trim(',');
        builder.Configuration["Polling:HostPause"] ??= "00:00:00";
        builder.Services.AddHostedService<SampleFeedServer>();
    }
}
