using System.Text;

namespace Monitoring.EndToEnd.Tests;

/// <summary>What the loopback publisher gives.</summary>
internal static class TestFeeds
{
    private const int Captured = 12;

    /// <summary>Captured feeds of real publishers when the folder is beside the repository, else the sample feeds.</summary>
    public static IReadOnlyDictionary<string, byte[]> Real()
    {
        var folder = Path.GetFullPath(Path.Combine(Root(), "..", "shared", "conformance", "feeds", "realfeeds"));
        var files = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length is > 2_000 and < 300_000)
            : Directory.GetFiles(Path.Combine(Root(), "services", "AllInOne", "SampleFeeds")).Where(file => Path.GetExtension(file) is ".rss" or ".atom" or ".rdf");
        return files.Order(StringComparer.Ordinal).Take(Captured).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
    }

    /// <summary><paramref name="feeds"/> feeds of 100 articles each, no two alike.</summary>
    public static IReadOnlyDictionary<string, byte[]> Generated(int feeds) =>
        Enumerable.Range(0, feeds).ToDictionary(feed => $"feed{feed}.xml", feed => Encoding.UTF8.GetBytes(Generate(feed)));

    private static string Generate(int feed)
    {
        var items = Enumerable.Range(0, 100).Select(item => $"""
            <item><title>Ministry number {feed} opens cluster {item}</title><link>https://example.org/{feed}/{item}</link><guid>{feed}-{item}</guid>
            <description>The ministry says that cluster {item} of programme {feed} will serve universities from spring.</description></item>
            """);
        return $"<rss version=\"2.0\"><channel><title>Feed {feed}</title>{string.Concat(items)}</channel></rss>";
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Monitoring.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
