using CsCheck;
using Monitoring.Classifier.Tagging;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Tests.Tagging;

public sealed class TaggerTests
{
    private static readonly string[] s_pieces = ["France", "AI model", "中国", "données", "السعودية", "\n", "е\u0301", "ß", "TÜRKİYE"];
    private static readonly Tagger s_tagger = Taggers.Create();

    public static TheoryData<string, string> BadTexts => new()
    {
        { "", "" },
        { " \n\t ", "\0\0" },
        { "😀🤖🇫🇷", "🇺🇸" },
        { "\uD800 broken \uDC00", "\uDFFF France \uD83D" },
        { "&lt;b&gt;France &amp; Germany</b>", "<p>AI <a href=\"x\">law</a></p>" },
        { "\u202Eفرنسا\u202C AI", "a\u0301\u0301\u0301\u0301" },
        { new string('a', 1_000_000), new string('中', 1_000_000) },
        { string.Concat(Enumerable.Repeat("France Germany ", 50_000)), string.Concat(Enumerable.Repeat("AI AI ", 100_000)) },
    };

    [Theory]
    [MemberData(nameof(BadTexts))]
    public void Whatever_a_feed_brings_gets_tags_or_none(string title, string text)
    {
        var tags = s_tagger.Tag(title, text, "xx");

        AssertValid(tags, title, text);
    }

    [Fact]
    public void Evidence_stands_where_it_says_in_any_text() =>
        Gen.Select(Gen.String, Gen.Int[0, s_pieces.Length - 1].Select(index => s_pieces[index]).Array[0, 8])
            .Sample((noise, words) =>
            {
                var title = string.Join(' ', words) + noise;
                var text = noise + string.Join(", ", words);

                AssertValid(s_tagger.Tag(title, text, null), title, text);
            });

    [Fact]
    public void The_same_text_always_gets_the_same_tags()
    {
        const string Title = "Kenya signs a memorandum with France on an AI data centre";

        var (first, second) = (s_tagger.Tag(Title, "", null), s_tagger.Tag(Title, "", null));

        Assert.Equal(first.Countries.Select(tag => (tag.Code, tag.Score)), second.Countries.Select(tag => (tag.Code, tag.Score)));
        Assert.Equal(first.Relevance, second.Relevance);
    }

    [Theory]
    [InlineData("Poland's digital ministry orders a sovereign AI cluster for state universities", true)]
    [InlineData("La France lance un plan national pour l'intelligence artificielle souveraine", true)]
    [InlineData("日本政府、国産の大規模言語モデル開発に1兆円を支援", true)]
    [InlineData("Ten turkey recipes for a lazy Sunday", false)]
    [InlineData("Striker signs new contract until 2029", false)]
    [InlineData("Phone maker adds a better camera and drops the price", false)]
    public void Plain_cases_of_relevance_are_told_apart(string title, bool expected) =>
        Assert.Equal(expected, s_tagger.Tag(title, "", null).IsRelevant);

    [Fact]
    public void An_article_that_is_not_relevant_has_no_themes() =>
        Assert.Empty(s_tagger.Tag("Ten turkey recipes for a lazy Sunday", "", null).Themes);

    [Fact]
    public void The_Union_is_a_code_and_other_blocs_are_none()
    {
        var codes = s_tagger.Tag("EU, ASEAN, BRICS and the African Union discuss AI governance", "", null).Countries.Select(tag => tag.Code);

        Assert.Equal(["EU"], codes);
    }

    private static void AssertValid(ArticleTags tags, string title, string text)
    {
        Assert.InRange(tags.Relevance, 0, 1);
        Assert.All(tags.Countries.Select(tag => tag.Score).Concat(tags.Themes.Select(tag => tag.Score)), score => Assert.InRange(score, 0, 1));
        Assert.All(tags.Countries.SelectMany(tag => tag.Evidence).Concat(tags.Themes.SelectMany(tag => tag.Evidence)), evidence =>
        {
            var field = evidence.Field == EvidenceField.Title ? title : text;
            Assert.Equal(field.Substring(evidence.Start, evidence.Length), evidence.Text);
        });
    }
}
