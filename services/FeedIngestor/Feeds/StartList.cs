using Microsoft.Extensions.Options;
using Monitoring.FeedIngestor.Sample;
using Monitoring.Hosting;
using Monitoring.Hosting.Startup;

namespace Monitoring.FeedIngestor.Feeds;

/// <summary>The feeds that an installation begins with: the sample's, those of <c>Feeds__Opml</c>, or the list that ships with the product.</summary>
internal sealed class StartList(IOptions<FeedOptions> options, IOptions<SampleOptions> sample, IServiceProvider services) : IStartupCheck
{
    private IReadOnlyList<OpmlFeed>? _feeds;

    public static string DefaultPath => Path.Combine(AppContext.BaseDirectory, "Feeds", "default-feeds.opml");

    public string Name => sample.Value.Enabled ? SampleFeeds.List : options.Value.Opml ?? DefaultPath;

    public IReadOnlyList<OpmlFeed> Feeds => _feeds ??= sample.Value.Enabled ? services.GetRequiredService<SampleFeeds>().Feeds : Read(Name);

    public void Check() => _ = Feeds;

    private static IReadOnlyList<OpmlFeed> Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Opml.Read(file, path);
        }
        catch (OpmlException broken)
        {
            throw new StartupException($"Cannot start: {broken.Message} Correct the file, or set Feeds__Opml to another.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"Cannot start: the feed list {path} cannot be read: {failure.Message} Set Feeds__Opml to another.");
        }
    }
}
