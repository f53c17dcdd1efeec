using Monitoring.ArticleIndex.Analysis;

namespace Monitoring.ArticleIndex.Querying;

/// <summary>Replaces words of a query that found nothing. Which words exist, and which is near, only the engine knows.</summary>
internal static class DidYouMean
{
    // Shorter words are one letter away from too many others.
    private const int MinLength = 4;

    /// <summary>Words that may be misspelt: plain ones that the reader wants to find.</summary>
    public static IReadOnlyList<Token> Words(QueryNode? node) =>
        [.. Plain(node).Select(w => WordScanner.Scan(w.Text)).Where(t => t is [{ Kind: TokenKind.Word, Term.Length: >= MinLength }]).Select(t => t[0]).DistinctBy(t => t.Term)];

    /// <summary>The query with the words replaced, or null when none is.</summary>
    /// <param name="root">The query.</param>
    /// <param name="corrections">Term as the index holds it to the term that was meant.</param>
    public static string? Propose(QueryNode? root, IReadOnlyDictionary<string, string> corrections) =>
        root is null || corrections.Count == 0 ? null : QueryPrinter.Print(Replace(root, corrections));

    private static IEnumerable<WordNode> Plain(QueryNode? node) => node switch
    {
        WordNode word => [word],
        AllNode all => all.Nodes.SelectMany(Plain),
        AnyNode any => any.Nodes.SelectMany(Plain),
        RequiredNode required => Plain(required.Node),
        _ => [],
    };

    private static QueryNode Replace(QueryNode node, IReadOnlyDictionary<string, string> corrections) => node switch
    {
        WordNode word when WordScanner.Scan(word.Text) is [var only] && corrections.TryGetValue(only.Term, out var meant) => word with { Text = meant },
        AllNode all => new AllNode([.. all.Nodes.Select(n => Replace(n, corrections))]),
        AnyNode any => new AnyNode([.. any.Nodes.Select(n => Replace(n, corrections))]),
        RequiredNode required => new RequiredNode(Replace(required.Node, corrections)),
        _ => node,
    };
}
