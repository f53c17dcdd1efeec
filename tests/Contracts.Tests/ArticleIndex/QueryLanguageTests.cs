using Monitoring.ArticleIndex.Querying;

namespace Monitoring.Contracts.Tests.ArticleIndex;

public sealed class QueryLanguageTests
{
    [Theory]
    [InlineData("chips  gulf", "chips gulf")]
    [InlineData("a1 AND b1", "a1 b1")]
    [InlineData("a1 b1 OR c1", "(a1 b1) OR c1")]
    [InlineData("(a1 OR b1) c1", "(a1 OR b1) c1")]
    [InlineData("NOT a1", "-a1")]
    [InlineData("-(-a1)", "-(-a1)")]
    [InlineData("((a1))", "a1")]
    [InlineData("“two  words”", "\"two words\"")]
    [InlineData("\"two words\"~3", "\"two words\"~3")]
    [InlineData("mistrl~", "mistrl~2")]
    [InlineData("chip~", "chip~1")]
    [InlineData("Country:us/Supplier", "country:US/supplier")]
    [InlineData("country:(US OR FR)", "country:US OR country:FR")]
    [InlineData("country:\"South Korea\"", "country:KR")]
    [InlineData("country:US,FR x1", "(country:US OR country:FR) x1")]
    [InlineData("title:(a1 -\"b c\")", "title:a1 -title:\"b c\"")]
    [InlineData("relevance:0.8", "relevance:>=0.8")]
    [InlineData("last:7D", "last:7d")]
    [InlineData("source:\"Le Monde\"", "source:\"Le Monde\"")]
    [InlineData("12:30 covid-19", "12:30 covid-19")]
    [InlineData("or and not", "or and not")]
    [InlineData("   ", "")]
    public void A_query_has_one_spelling(string written, string printed)
    {
        var query = SearchQuery.Parse(written, Sample.Vocabulary);

        Assert.Null(query.Problem);
        Assert.Equal(printed, query.ToString());
    }

    [Theory]
    [InlineData("\"open", 0, 5, "\"open\"")]
    [InlineData("a1 \"open b1", 3, 8, "a1 \"open b1\"")]
    [InlineData("(a1 OR b1", 0, 9, "(a1 OR b1)")]
    [InlineData("a1)", 2, 1, "a1")]
    [InlineData("a1 ()", 3, 2, "a1")]
    [InlineData("a1 OR", 3, 2, "a1")]
    [InlineData("OR a1", 0, 2, "a1")]
    [InlineData("a1 OR OR b1", 6, 2, "a1 OR b1")]
    [InlineData("AND a1", 0, 3, "a1")]
    [InlineData("chips - war", 6, 1, "chips war")]
    [InlineData("--a1", 0, 1, "-a1")]
    [InlineData("*chips", 0, 6, "chips")]
    [InlineData("c*", 0, 2, "c")]
    [InlineData("ai-dri*", 0, 7, "ai-dri")]
    [InlineData("ai~", 0, 3, "ai")]
    [InlineData("chips~7", 0, 7, "chips~2")]
    [InlineData("\"a b\"~99", 0, 8, "\"a b\"~50")]
    [InlineData("chips & gulf", 6, 1, "chips gulf")]
    [InlineData("titel:chips", 0, 11, "title:chips")]
    [InlineData("https://example.org", 0, 19, "\"https://example.org\"")]
    [InlineData("country: US", 0, 8, "US")]
    [InlineData("country:Germny", 8, 6, "country:DE")]
    [InlineData("country:US/supplyer", 8, 11, "country:US/supplier")]
    [InlineData("country:\"Sout Korea\"", 8, 12, "country:KR")]
    [InlineData("country:XX", 8, 2, null)]
    [InlineData("region:gccc", 7, 4, "region:gcc")]
    [InlineData("theme:computer", 6, 8, "theme:compute")]
    [InlineData("lang:french", 5, 6, null)]
    [InlineData("after:31.3.2026", 6, 9, null)]
    [InlineData("after:2026/3/1", 6, 8, "after:2026-03-01")]
    [InlineData("after:2026-02-30", 6, 10, null)]
    [InlineData("last:7", 5, 1, "last:7d")]
    [InlineData("relevance:80%", 10, 3, null)]
    public void A_query_without_sense_says_where_and_proposes_a_mend(string written, int position, int length, string? mend)
    {
        var problem = SearchQuery.Parse(written, Sample.Vocabulary).Problem;

        Assert.NotNull(problem);
        Assert.Equal((position, length, mend), (problem.Position, problem.Length, problem.Mend));
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_may_have_two_thousand_characters_and_sixty_four_things()
    {
        Assert.Null(SearchQuery.Parse(new string('a', 2_000), Sample.Vocabulary).Problem);
        Assert.NotNull(SearchQuery.Parse(new string('a', 2_001), Sample.Vocabulary).Problem);
        Assert.Null(SearchQuery.Parse(string.Join(' ', Enumerable.Repeat("aa", 64)), Sample.Vocabulary).Problem);
        Assert.NotNull(SearchQuery.Parse(string.Join(' ', Enumerable.Repeat("aa", 65)), Sample.Vocabulary).Problem);
        Assert.NotNull(SearchQuery.Parse(string.Join(' ', Enumerable.Repeat("aa*", 17)), Sample.Vocabulary).Problem);
        Assert.NotNull(SearchQuery.Parse(new string('(', 500) + "a" + new string(')', 500), Sample.Vocabulary).Problem);
    }
}
