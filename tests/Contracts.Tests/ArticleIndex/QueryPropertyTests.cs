using CsCheck;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.Contracts.Tests.ArticleIndex;

public sealed class QueryPropertyTests
{
    private static readonly string[] s_pieces =
    [
        "chips", "gulf", "the", "AI", "artificial", "intelligence", "人工智能", "智", "GPT-4", "U.S.", "chi*", "ch*s", "*", "~", "chpis~", "gulf~1", "\"", "\"the gulf\"", "\"chips gulf\"~2",
        "(", ")", "+", "-", " ", " ", " ", "OR ", "AND ", "NOT ", "title:", "country:US", "country:", "country:US/supplier", "role:mention", "region:gcc", "theme:compute", "lang:fr",
        "story:s1", "after:2026-03", "before:2026", "last:7d", "relevance:>0.5", "source:reuters", "foo:", ":", ",", "“", "”", "\u0000", "\uD800", "é", "…",
    ];

    private static readonly Gen<string> s_texts = Gen.OneOf(
        Gen.OneOf(s_pieces).List[0, 12].Select(string.Concat),
        Gen.OneOf(s_pieces).List[0, 12].Select(p => string.Join(' ', p)),
        Gen.String[0, 40]);

    /// <summary>Queries that make sense: from random text, what parses.</summary>
    internal static Gen<SearchQuery> Valid { get; } = s_texts
        .Select(t => SearchQuery.Parse(t, Sample.Vocabulary))
        .Select(q => q.Problem is { Mend: { } mend } ? SearchQuery.Parse(mend, Sample.Vocabulary) : q)
        .Where(q => q.Problem is null);

    [Fact]
    public void Parsing_never_throws_and_a_problem_lies_inside_the_text() => s_texts.Sample(
        text =>
        {
            var problem = SearchQuery.Parse(text, Sample.Vocabulary).Problem;

            Assert.True(problem is null || (problem.Position >= 0 && problem.Length >= 0 && problem.Position + problem.Length <= text.Length && problem.Message.Length > 0));
        },
        iter: 10_000);

    [Fact]
    public void A_mend_is_valid() => s_texts.Sample(
        text =>
        {
            var mend = SearchQuery.Parse(text, Sample.Vocabulary).Problem?.Mend;

            Assert.True(mend is null || SearchQuery.Parse(mend, Sample.Vocabulary) is { Problem: null, IsEmpty: false });
        },
        iter: 10_000);

    [Fact]
    public void A_printed_query_parses_to_itself() => Valid.Sample(
        query =>
        {
            var again = SearchQuery.Parse(query.ToString(), Sample.Vocabulary);

            Assert.Null(again.Problem);
            Assert.Equal(query.ToString(), again.ToString());
            Assert.Equal(Shape(query.Root), Shape(again.Root));
        },
        iter: 10_000);

    private static string Shape(QueryNode? node) => node switch
    {
        null => "",
        AllNode all => $"All({string.Join(", ", all.Nodes.Select(Shape))})",
        AnyNode any => $"Any({string.Join(", ", any.Nodes.Select(Shape))})",
        NotNode not => $"Not({Shape(not.Node)})",
        RequiredNode required => $"Required({Shape(required.Node)})",
        _ => node.ToString(),
    };
}
