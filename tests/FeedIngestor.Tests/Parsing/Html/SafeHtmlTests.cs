using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using CsCheck;
using Monitoring.FeedIngestor.Parsing.Html;

namespace Monitoring.FeedIngestor.Tests.Parsing.Html;

public partial class SafeHtmlTests
{
    private static readonly Uri s_address = new("https://a.example/story/");

    [Theory]
    [InlineData("<p class=\"x\" style=\"color:red\" onclick=\"x()\">Text</p>", "<p>Text</p>")]
    [InlineData("<p>a<b>b</p>", "<p>a<b>b</b></p>")]
    [InlineData("<p>1 < 2 &amp; &copy;</p>", "<p>1 &lt; 2 &amp; ©</p>")]
    [InlineData("<a href=\"more\">x</a>", "<a href=\"https://a.example/story/more\" rel=\"noopener noreferrer nofollow\">x</a>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a><b>y</b>", "x<b>y</b>")]
    [InlineData("<a href=\"java\nscript:alert(1)\">x</a><b>y</b>", "x<b>y</b>")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">x</a><b>y</b>", "x<b>y</b>")]
    [InlineData("<center><font color=red>x</font></center><i>y</i>", "x<i>y</i>")]
    [InlineData("<img src=\"/p.jpg\" alt=\"A &quot;map&quot;\" onerror=x>", "<img src=\"https://a.example/p.jpg\" alt=\"A &quot;map&quot;\" loading=\"lazy\" referrerpolicy=\"no-referrer\">")]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>")]
    public void Ordinary_articles_keep_their_structure(string html, string expected)
    {
        var safe = SafeHtml.Clean(html, s_address);

        Assert.Equal(expected, safe);
    }

    [Theory]
    [InlineData("<p>a</p><script>alert(1)</script>")]
    [InlineData("<p>a</p><style>p{}</style>")]
    [InlineData("<p>a</p><iframe src=\"https://b.example\"></iframe>")]
    [InlineData("<p>a</p><form action=x><input name=y></form>")]
    [InlineData("<p>a</p><svg><script>alert(1)</script></svg>")]
    [InlineData("<p>a</p><object data=x><embed src=y></object>")]
    [InlineData("<p>a</p><img src=\"https://b.example/pixel.gif\">")]
    [InlineData("<p>a</p><img src=\"https://b.example/x.png\" width=\"1\" height=\"1\">")]
    [InlineData("<p>a</p><img src=\"data:image/png;base64,AAAA\">")]
    [InlineData("<p>a</p><link rel=stylesheet href=x><meta http-equiv=refresh content=0><base href=x>")]
    [InlineData("<p>a</p><noscript><p title=\"</noscript><b onmouseover=alert(1)>\"></noscript>")]
    public void What_runs_loads_asks_or_tracks_is_gone(string html)
    {
        var safe = SafeHtml.Clean(html, s_address);

        Assert.StartsWith("<p>a</p>", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("img", safe, StringComparison.Ordinal);
        Assert.DoesNotMatch(Forbidden(), safe!);
    }

    [Theory]
    [InlineData("plain words")]
    [InlineData("a < b")]
    [InlineData("")]
    [InlineData(null)]
    public void Without_mark_up_there_is_nothing_to_show(string? html)
    {
        var safe = SafeHtml.Clean(html, s_address);

        Assert.Null(safe);
    }

    [Fact]
    public void Text_beyond_the_limit_is_left_out_and_elements_are_closed()
    {
        var safe = SafeHtml.Clean($"<p>{new string('字', 100_000)}</p>", s_address);

        Assert.EndsWith("字</p>", safe, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(safe!), 64 * 1024 - 8, 64 * 1024 + 8);
    }

    [Fact]
    public void Whatever_comes_in_only_listed_elements_and_attributes_come_out()
    {
        var piece = Gen.OneOf(
            "<", ">", "\"", "'", "/", "=", " ", "&", "<p>", "</p>", "<a href=", "javascript:", "x", "<script>", "</script>", "<svg>", "<math>", "<mi>", "<style>", "</style>",
            "<!--", "-->", "<![CDATA[", "]]>", "<img src=", " onerror=alert(1)", "<table>", "<td>", "<select>", "<template>", "<noscript>", "<title>", "<textarea>", "&lt;", "&#x3c;", "\0",
            "<foreignObject>", "<annotation-xml encoding='text/html'>", "<b>", "</b>", "<iframe srcdoc='", "<p title='", "https://a.example/");

        piece.Array[1, 40].Select(string.Concat).Sample(html => IsHarmless(SafeHtml.Clean(html, s_address)), iter: 5_000, seed: "0000KDXmSy41");
    }

    private static bool IsHarmless(string? html)
    {
        if (html is null)
        {
            return true;
        }

        var document = new HtmlParser().ParseDocument("<body><div id=article>" + html + "</div><p id=after>");
        var article = document.GetElementById("article")!;
        return document.GetElementById("after")!.ParentElement == document.Body
            && article.QuerySelectorAll("*").All(element =>
                AllowedHtml.Elements.Contains(element.LocalName)
                && element.Attributes.All(attribute => AllowedHtml.Attributes.Contains(attribute.Name) || attribute.Name is "rel" or "loading" or "referrerpolicy")
                && !(element.GetAttribute("href") ?? element.GetAttribute("src") ?? "https:").StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("script|style|iframe|form|input|svg|object|embed|onerror|link|meta|base|alert", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
