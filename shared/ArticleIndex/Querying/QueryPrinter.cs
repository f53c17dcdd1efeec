namespace Monitoring.ArticleIndex.Querying;

/// <summary>Writes a tree as a query that parses to the same tree.</summary>
internal static class QueryPrinter
{
    public static string Print(QueryNode node) => node switch
    {
        AllNode all => string.Join(' ', all.Nodes.Select(Nested)),
        AnyNode any => string.Join(" OR ", any.Nodes.Select(Nested)),
        NotNode not => "-" + Signed(not.Node),
        RequiredNode required => "+" + Signed(required.Node),
        WordNode word => Scope(word.Scope) + word.Text,
        PhraseNode phrase => $"{Scope(phrase.Scope)}\"{phrase.Text}\"{(phrase.Slop > 0 ? $"~{phrase.Slop}" : "")}",
        PatternNode pattern => Scope(pattern.Scope) + pattern.Text,
        FuzzyNode fuzzy => $"{Scope(fuzzy.Scope)}{fuzzy.Text}~{fuzzy.Edits}",
        FieldNode field => $"{Name(field.Field)}:{Value(field.Value)}",
        _ => throw new InvalidOperationException($"Unknown node {node.GetType().Name}"),
    };

    public static string Name(QueryField field) => field.ToString().ToLowerInvariant();

    private static string Nested(QueryNode node) => node is AllNode or AnyNode ? $"({Print(node)})" : Print(node);

    private static string Signed(QueryNode node) =>
        node is AllNode or AnyNode or NotNode or RequiredNode ? $"({Print(node)})" : Print(node);

    private static string Scope(TextScope scope) => scope == TextScope.Title ? "title:" : "";

    private static string Value(string value) =>
        value.All(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '.' or '>' or '<' or '=' or '_' or ':') ? value : $"\"{value}\"";
}
