using System.Text;
using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Tests.Parsing.Xml;

public class LenientXmlTests
{
    [Theory]
    [InlineData("rss20-blog.xml")]
    [InlineData("rss20-podcast.xml")]
    [InlineData("rdf10.xml")]
    [InlineData("atom10.xml")]
    [InlineData("atom03.xml")]
    public void Well_formed_feeds_are_the_same_to_both_readers(string file)
    {
        var text = Encoding.UTF8.GetString(FeedFiles.Bytes(file));
        var start = FeedStart.Find(text)!.Value.Index;
        Assert.True(StrictXml.TryRead(text[start..], out var strict, out _));

        var (lenient, cut) = LenientXml.Read(text, start);

        Assert.False(cut);
        Assert.Equal(Outline(strict), Outline(lenient));
    }

    private static IEnumerable<string> Outline(XElement root) => root.DescendantsAndSelf().Select(element =>
        $"{element.Name} {string.Join(' ', element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => $"{attribute.Name}={attribute.Value}"))} {(element.HasElements ? "" : element.Value)}");
}
