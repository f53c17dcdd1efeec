using System.Text;
using Monitoring.FeedIngestor.Parsing;

namespace Monitoring.FeedIngestor.Tests.Parsing;

/// <summary>The feeds in tests/Fixtures/feeds, and the repository around them.</summary>
internal static class FeedFiles
{
    public static readonly Uri Address = new("https://reader.example/feeds/feed.xml");

    public static string Repository { get; } = FindRepository();

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(Repository, "tests", "Fixtures", "feeds")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Repository, "tests", "Fixtures", "feeds", name));

    public static FeedDocument Read(string name) => FeedReader.Read(Bytes(name), null, Address);

    public static FeedDocument Parse(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Address);

    /// <summary>The one item of an RSS 2.0 feed that consists of these elements.</summary>
    public static FeedItem Item(string elements) => Assert.Single(Parse(
        $"""
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
             xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel><title>t</title><item>{elements}</item></channel></rss>
        """).Items);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Monitoring.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
