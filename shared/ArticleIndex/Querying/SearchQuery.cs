namespace Monitoring.ArticleIndex.Querying;

/// <summary>
/// A query in the query language, parsed: words are joined by AND; <c>OR</c>, brackets, <c>-without</c>, <c>+required</c>, <c>"a phrase"</c>,
/// <c>"near words"~5</c>, <c>begin*</c>, <c>mispelt~</c>; fields <c>title: source: country:FR country:US/supplier role: theme: region:
/// lang: story: after:2026-01-31 before: last:7d relevance:>0.8</c>. Either it is exactly what was written, or it has a problem.
/// </summary>
public sealed class SearchQuery
{
    // Each mend removes one problem; a text with more than this is not worth guessing at.
    private const int MaxMends = 12;

    private SearchQuery(string text, QueryNode? root, QueryProblem? problem) => (Text, Root, Problem) = (text, root, problem);

    /// <summary>What was written.</summary>
    public string Text { get; }

    /// <summary>Why it cannot be searched for; null when it can.</summary>
    public QueryProblem? Problem { get; }

    /// <summary>Whether it asks for nothing in particular.</summary>
    public bool IsEmpty => Root is null && Problem is null;

    internal QueryNode? Root { get; }

    /// <summary>Parses a query. Never throws: a text without sense gives a query with a <see cref="Problem"/>.</summary>
    public static SearchQuery Parse(string text, QueryVocabulary vocabulary)
    {
        var (root, fault) = QueryParser.Parse(text, vocabulary);
        var problem = fault is null ? null : new QueryProblem(fault.Start, fault.Length, fault.Message, Mend(text, fault, vocabulary));

        return new(text, root, problem);
    }

    /// <summary>The query in its one spelling; what was written when it has a problem.</summary>
    public override string ToString() => Problem is not null ? Text : Root is null ? "" : QueryPrinter.Print(Root);

    // A proposal is made only when it parses: a mend that leads to the next error message would mock the reader.
    private static string? Mend(string text, QueryFault? fault, QueryVocabulary vocabulary)
    {
        QueryNode? root = null;
        for (var tries = 0; tries < MaxMends && fault is { Replacement: { } replacement }; tries++)
        {
            var before = text[..fault.Start];
            var after = text[(fault.Start + fault.Length)..];
            text = replacement.Length == 0 ? $"{before.TrimEnd()} {after.TrimStart()}".Trim() : (before + replacement + after).Trim();
            (root, fault) = QueryParser.Parse(text, vocabulary);
        }

        return fault is null && root is not null ? text : null;
    }
}
