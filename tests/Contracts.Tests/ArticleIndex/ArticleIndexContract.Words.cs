using static Monitoring.Contracts.Tests.ArticleIndex.Sample;

namespace Monitoring.Contracts.Tests.ArticleIndex;

/// <summary>What every engine must do: words.</summary>
public abstract partial class ArticleIndexContract
{
    [Theory]
    [InlineData("chips", "The chip war", "en")]
    [InlineData("exported", "Washington exports", "en")]
    [InlineData("puce", "Les puces électroniques", "fr")]
    [InlineData("ELECTRONIQUES", "Les puces électroniques", "fr")]
    [InlineData("Regierung", "Neue Regierungen in Europa", "de")]
    [InlineData("modelo", "Nuevos modelos de lenguaje", "es")]
    [InlineData("modelo", "Novos modelos de linguagem", "pt")]
    [InlineData("санкции", "Новых санкций не будет", "ru")]
    [InlineData("ordu", "Ordular", "tr")]
    [InlineData("Istanbul", "İSTANBUL'da yeni merkez", "tr")]
    [InlineData("人工智能", "中国的人工智能产业", "zh")]
    [InlineData("智", "中国的人工智能产业", "zh")]
    [InlineData("反対", "反対の声", "ja")]
    [InlineData("반도체", "삼성반도체공장", "ko")]
    [InlineData("ปัญญา", "รัฐบาลลงทุนปัญญาประดิษฐ์", "th")]
    [InlineData("الذكاء", "استراتيجية الذكاء الاصطناعي", "ar")]
    [InlineData("US", "U.S. tightens rules", "en")]
    [InlineData("UAE", "The U.A.E.'s new campus", "en")]
    [InlineData("Nvidia", "Nvidia’s new plant", "en")]
    [InlineData("GPT-4", "GPT-4 arrives", "en")]
    [InlineData("intelligence", "L'intelligence artificielle", "fr")]
    [InlineData("１２３ ａｂｃ", "123 ABC", "en")]
    public async Task A_word_finds_its_forms_in_every_language(string query, string title, string language)
    {
        await Index.UpsertAsync([Article("a1", title, language: language), Article("a2", "Zzz", language: language)], Cancel);

        Assert.Equal(["a1"], await FindAsync(query));
    }

    [Theory]
    [InlineData("sanctions russia", "a1 a2")]
    [InlineData("sanctions on russia", "a1 a2")]
    [InlineData("sanctions +on russia", "a1")]
    [InlineData("\"sanctions on\"", "a1")]
    [InlineData("\"russia sanctions\"", "")]
    [InlineData("\"russia sanctions\"~3", "a1")]
    [InlineData("russia -hit", "a1")]
    [InlineData("-russia", "a3 a4")]
    [InlineData("(hit OR korea) -chips", "a2")]
    [InlineData("title:sanctions", "a1")]
    [InlineData("title:(sanctions OR korea)", "a1 a3")]
    [InlineData("sanc*", "a1 a2")]
    [InlineData("sa*ns", "a1 a2")]
    [InlineData("sancitons~", "a1 a2")]
    [InlineData("chip~1", "a3")]
    [InlineData("NOT (russia OR korea)", "a4")]
    [InlineData("russia AND hit", "a2")]
    [InlineData("artificial intelligence", "a3 a4")]
    [InlineData("\"artificial intelligence\"", "a4")]
    [InlineData("IA", "a3 a4")]
    public async Task The_query_language_finds_what_it_says(string query, string expected)
    {
        await Index.UpsertAsync(
            [
                Article("a1", "New sanctions on Russia"),
                Article("a2", "Russia hit again", "The sanctions are the third round"),
                Article("a3", "Korea bets on AI chips"),
                Article("a4", "Plain news", "About artificial intelligence in schools"),
            ],
            Cancel);

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), await FindAsync(query));
    }

    [Fact]
    public async Task An_invalid_query_finds_nothing_and_says_why()
    {
        await Index.UpsertAsync([Article("a1", "Chips")], Cancel);

        var page = await Search.SearchAsync(new() { Query = "chips OR" }, Cancel);

        Assert.Equal(0, page.Total);
        Assert.Equal("chips", page.Problem?.Mend);
    }

    [Theory]
    [InlineData("semiconducter gulf", "semiconductor gulf")]
    [InlineData("+Semicnductor", "+semiconductor")]
    [InlineData("semiconducter lang:fr", null)]
    [InlineData("-semiconducter xyzzyx", null)]
    [InlineData("\"semiconducter\"", null)]
    public async Task A_misspelt_word_that_finds_nothing_gets_a_proposal_that_finds_something(string query, string? proposal)
    {
        await Index.UpsertAsync([Article("a1", "Semiconductor plant in the Gulf", "The semiconductor industry of the Gulf")], Cancel);

        var page = await Search.SearchAsync(new() { Query = query }, Cancel);

        Assert.Equal(0, page.Total);
        Assert.Equal(proposal, page.DidYouMean);
    }

    [Fact]
    public async Task Highlights_mark_the_words_that_matched_and_join_to_the_title()
    {
        await Index.UpsertAsync([Article("a1", "New <b>chips</b> for Paris", "A long text. " + new string('x', 400) + " The chip is here & now.")], Cancel);

        var page = await Search.SearchAsync(new() { Query = "chips", Highlight = true }, Cancel);

        var item = Assert.Single(page.Items);
        Assert.Equal("New <b>chips</b> for Paris", string.Concat(item.Title!.Select(s => s.Text)));
        Assert.Equal("chips", Assert.Single(item.Title!, s => s.IsMatch).Text);
        Assert.Equal("chip", Assert.Single(Assert.Single(item.Snippets).Segments, s => s.IsMatch).Text);
    }
}
