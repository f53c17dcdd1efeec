using System.Text;
using Microsoft.Extensions.Options;
using Monitoring.FeedIngestor.Feeds;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.Hosting.Startup;

namespace Monitoring.FeedIngestor.Sample;

/// <summary>The sample feeds as a server would give them now: dates moved so that the newest item is of this minute, links leading to this machine.</summary>
internal sealed class SampleFeeds
{
    /// <summary>File that lists the feeds.</summary>
    public const string List = "sample.opml";

    private readonly Dictionary<string, byte[]> _files;
    private readonly Dictionary<string, FeedItem> _pages;

    public SampleFeeds(IOptions<SampleOptions> options, TimeProvider clock)
    {
        var port = options.Value.Port;
        var files = Load(options.Value.Directory);
        var shift = clock.GetUtcNow() - SampleDates.Newest(files.Values);
        _files = files.ToDictionary(
            file => file.Key,
            file => Encoding.Latin1.GetBytes(SampleLinks.ToLoopback(SampleDates.Shift(file.Value, shift), port)));
        Feeds = Opml.Read(new MemoryStream(_files[List]), List);
        _pages = Documents().SelectMany(document => document.Items)
            .Where(item => item.Link is not null)
            .DistinctBy(item => new Uri(item.Link!).AbsolutePath)
            .ToDictionary(item => new Uri(item.Link!).AbsolutePath);
    }

    /// <summary>The feeds, at their loopback addresses.</summary>
    public IReadOnlyList<OpmlFeed> Feeds { get; }

    /// <summary>The bytes of a feed, or null.</summary>
    public byte[]? File(string name) => _files.GetValueOrDefault(name);

    /// <summary>The item whose page has this path, or null.</summary>
    public FeedItem? Page(string path) => _pages.GetValueOrDefault(path);

    private IEnumerable<FeedDocument> Documents() =>
        _files.Where(file => file.Key != List).Select(file => FeedReader.Read(file.Value, null, null));

    // Latin-1 keeps every byte as it is, whatever the feed's own encoding; dates and links are ASCII in all of them.
    private static Dictionary<string, string> Load(string directory)
    {
        var names = System.IO.Directory.Exists(directory) ? System.IO.Directory.GetFiles(directory) : [];
        var files = names.Where(name => !name.EndsWith(".md", StringComparison.Ordinal))
            .ToDictionary(name => Path.GetFileName(name), name => System.IO.File.ReadAllText(name, Encoding.Latin1));
        return files.ContainsKey(List)
            ? files
            : throw new StartupException($"Cannot start: no sample feeds in {directory} ({List} is missing). They ship with services/AllInOne; set Sample__Directory to another folder.");
    }
}
