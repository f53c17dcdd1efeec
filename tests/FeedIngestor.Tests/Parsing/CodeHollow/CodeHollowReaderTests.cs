using System.Text;
using System.Text.Json;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.FeedIngestor.Parsing.Bytes;
using Monitoring.FeedIngestor.Parsing.CodeHollow;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Tests.Parsing.CodeHollow;

public class CodeHollowReaderTests
{
    [Theory]
    [InlineData("rss20-headlines.xml")]
    [InlineData("rss091.xml")]
    [InlineData("atom10-plain.xml")]
    public void Documents_without_surprises_are_read_by_CodeHollow(string file)
    {
        var document = FeedFiles.Read(file);

        Assert.Equal(FeedDocument.CodeHollowReader, document.Reader);
    }

    [Theory]
    [InlineData("rss20-blog.xml")] // content:encoded with entities would be decoded twice
    [InlineData("rss20-podcast.xml")] // media and itunes elements
    [InlineData("atom10.xml")] // xml:base, XHTML
    [InlineData("atom03.xml")]
    [InlineData("rdf10.xml")]
    [InlineData("broken-everything.xml")]
    public void Documents_beyond_it_are_read_by_our_own_reader(string file)
    {
        var document = FeedFiles.Read(file);

        Assert.Equal(FeedDocument.OwnReader, document.Reader);
    }

    [Fact]
    public void Both_readers_agree_on_what_CodeHollow_decides()
    {
        var files = Files();

        var differing = files.Where(Differ);

        Assert.Empty(differing);
    }

    private static bool Differ(string path)
    {
        var tree = XmlTree.Read(BodyDecoder.Decode(File.ReadAllBytes(path), null).Text);
        return tree is { WellFormed: true }
            && CodeHollowReader.TryRead(tree.Root, Context()) is { } theirs
            && Flat(XmlFeed.Read(tree.Root, Context())) != Flat(theirs);
    }

    private static IEnumerable<string> Files()
    {
        var shared = Path.Combine(FeedFiles.Repository, "..", "shared", "conformance", "feeds");
        var fixtures = Path.Combine(FeedFiles.Repository, "tests", "Fixtures", "feeds");
        return new[] { fixtures, shared }.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories));
    }

    private static ReadContext Context() => new(FeedFiles.Address, "utf-8", []);

    private static string Flat(FeedDocument document)
    {
        var text = new StringBuilder(JsonSerializer.Serialize(document with { Reader = "", Items = [] }));
        foreach (var item in document.Items)
        {
            text.AppendLine().Append(JsonSerializer.Serialize(item));
        }

        return text.ToString();
    }
}
