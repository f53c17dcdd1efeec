using System.ComponentModel.DataAnnotations;

namespace Monitoring.FeedIngestor.Sample;

/// <summary>The sample feeds that ship with the product. Environment prefix: <c>Sample__</c>; the flag <c>--sample</c> enables them.</summary>
public sealed class SampleOptions
{
    /// <summary>Read the sample feeds instead of the configured list. Default: false.</summary>
    public bool Enabled { get; set; }

    /// <summary>Loopback port that serves the sample feeds and their pages; part of the articles' addresses. 1 to 65535, default 5089.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 5089;

    /// <summary>Folder of the sample feeds. Default: <c>SampleFeeds</c> beside the program.</summary>
    public string Directory { get; set; } = Path.Combine(AppContext.BaseDirectory, "SampleFeeds");
}
