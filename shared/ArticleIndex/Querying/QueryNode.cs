namespace Monitoring.ArticleIndex.Querying;

/// <summary>What a reader wrote, as a tree. Values are checked and in one spelling; nothing is analysed yet.</summary>
internal abstract record QueryNode;

/// <summary>Found where all are found.</summary>
internal sealed record AllNode(IReadOnlyList<QueryNode> Nodes) : QueryNode;

/// <summary>Found where one is found.</summary>
internal sealed record AnyNode(IReadOnlyList<QueryNode> Nodes) : QueryNode;

/// <summary>Found where the other is not.</summary>
internal sealed record NotNode(QueryNode Node) : QueryNode;

/// <summary>A plus: required even when it is a word so frequent that it is optional otherwise.</summary>
internal sealed record RequiredNode(QueryNode Node) : QueryNode;

/// <summary>A word in any of its forms.</summary>
internal sealed record WordNode(string Text, TextScope Scope) : QueryNode;

/// <summary>Words as they stand, in this order, with at most <paramref name="Slop"/> moves.</summary>
internal sealed record PhraseNode(string Text, int Slop, TextScope Scope) : QueryNode;

/// <summary>A word with asterisks for any letters.</summary>
internal sealed record PatternNode(string Text, TextScope Scope) : QueryNode;

/// <summary>A word with up to so many letters wrong.</summary>
internal sealed record FuzzyNode(string Text, int Edits, TextScope Scope) : QueryNode;

/// <summary>A property of the article.</summary>
internal sealed record FieldNode(QueryField Field, string Value) : QueryNode;

/// <summary>Where words are looked for.</summary>
internal enum TextScope
{
    Anywhere,
    Title,
    SourceName,
}

/// <summary>Fields that are not text.</summary>
internal enum QueryField
{
    Source,
    Country,
    Role,
    Theme,
    Region,
    Lang,
    Story,
    After,
    Before,
    Last,
    Relevance,
}
