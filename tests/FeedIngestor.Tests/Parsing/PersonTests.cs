namespace Monitoring.FeedIngestor.Tests.Parsing;

public class PersonTests
{
    [Theory]
    [InlineData("<author>mira@a.example (Mira Holt)</author>", "Mira Holt", "mira@a.example")]
    [InlineData("<author>Mira Holt (mira@a.example)</author>", "Mira Holt", "mira@a.example")]
    [InlineData("<author>Mira Holt &lt;mira@a.example&gt;</author>", "Mira Holt", "mira@a.example")]
    [InlineData("<author>mira@a.example</author>", null, "mira@a.example")]
    [InlineData("<author>Mira Holt</author>", "Mira Holt", null)]
    [InlineData("<dc:creator>Mira Holt</dc:creator>", "Mira Holt", null)]
    [InlineData("<author><name>Mira Holt</name><email>mira@a.example</email></author>", "Mira Holt", "mira@a.example")]
    [InlineData("<atom:author><atom:name>Mira Holt</atom:name></atom:author>", "Mira Holt", null)]
    public void An_author_is_a_name_an_address_or_both(string element, string? name, string? email)
    {
        var author = Assert.Single(FeedFiles.Item("<title>t</title>" + element).Authors);

        Assert.Equal((name, email), (author.Name, author.Email));
    }

    [Fact]
    public void An_entry_without_an_author_has_the_author_of_its_source()
    {
        var document = FeedFiles.Parse("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>t</title><source><author><name>Mira</name></author></source></entry></feed>");

        Assert.Equal("Mira", Assert.Single(Assert.Single(document.Items).Authors).Name);
    }

    [Fact]
    public void Authors_are_named_once_and_contributors_only_when_alone()
    {
        var item = FeedFiles.Item("<title>t</title><dc:creator>Mira</dc:creator><dc:creator>Mira</dc:creator><dc:creator>Jo</dc:creator><dc:contributor>Kit</dc:contributor>");

        Assert.Equal(["Mira", "Jo"], item.Authors.Select(author => author.Name));
    }
}
