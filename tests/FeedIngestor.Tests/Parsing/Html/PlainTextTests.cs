using System.Text;
using Monitoring.FeedIngestor.Parsing.Html;

namespace Monitoring.FeedIngestor.Tests.Parsing.Html;

public class PlainTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<p>One</p><p>Two <b>bold</b></p>", "One\nTwo bold")]
    [InlineData("a<br/>b<br>c", "a\nb\nc")]
    [InlineData("<ul><li>x</li><li>y</li></ul>", "x\ny")]
    [InlineData("<script>var a = '<p>no</p>';</script>yes<style>p{}</style>", "yes")]
    [InlineData("<!-- no --><p title=\"a > b\">yes</p>", "yes")]
    [InlineData("AT&amp;T &lt;3 &hellip; &#x41;", "AT&T <3 … A")]
    [InlineData("1 < 2 and 3 > 2", "1 < 2 and 3 > 2")]
    [InlineData("soft\u00ADhyphen and zero\u200Bwidth", "softhyphen and zerowidth")]
    [InlineData("  many \n\n blanks&nbsp;&nbsp;here ", "many blanks here")]
    [InlineData("cut <a href=\"https://a.exam", "cut")]
    [InlineData("<o:p>office</o:p>", "office")]
    public void Mark_up_becomes_text(string html, string text)
    {
        var plain = PlainText.From(html);

        Assert.Equal(text, plain);
    }

    [Fact]
    public void A_title_is_one_line()
    {
        var line = PlainText.Line("One<br>\n two <em>three</em>");

        Assert.Equal("One two three", line);
    }

    [Fact]
    public void Text_ends_at_the_limit_between_characters()
    {
        var text = PlainText.From(string.Concat(Enumerable.Repeat("計算主権😀", 10_000)));

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 64 * 1024 - 4, 64 * 1024);
        Assert.False(char.IsHighSurrogate(text[^1]));
    }
}
