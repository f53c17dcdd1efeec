namespace Monitoring.ArticleIndex.Querying;

/// <summary>Reads values of fields, checks them and brings them to one spelling.</summary>
internal sealed class QueryFieldReader(QueryText input, QueryVocabulary vocabulary)
{
    private static readonly string[] s_names =
        ["title", "source", "country", "role", "theme", "region", "lang", "story", "after", "before", "last", "relevance"];

    private readonly FieldValues _values = new(vocabulary);

    /// <summary>Whether there is such a field; if not, that is the problem of the query.</summary>
    public bool Knows(string name, int start, int end)
    {
        if (s_names.Contains(name))
        {
            return true;
        }

        var rest = input.Text[(start + name.Length)..end];
        var near = Spelling.Nearest(name, s_names);
        input.Fail(
            start,
            end - start,
            $"There is no field “{name}”. Fields are {string.Join(", ", s_names)}; put quotation marks around words with a colon.",
            near is not null && rest.Length > 1 ? near + rest : $"\"{input.Text[start..end]}\"");

        return false;
    }

    public QueryNode ReadQuoted(string name)
    {
        var start = input.At;
        var value = input.ReadQuoted().Trim();

        return One(name, value, start, Math.Min(input.At, input.Text.Length) - start);
    }

    /// <summary>One value, or several between commas of which one suffices.</summary>
    public QueryNode Read(string name, string text, int start)
    {
        var nodes = new List<QueryNode>();
        var at = start;
        foreach (var value in text.Split(','))
        {
            nodes.Add(One(name, value, at, value.Length));
            at += value.Length + 1;
        }

        return nodes.Count == 1 ? nodes[0] : new AnyNode(nodes);
    }

    private FieldNode One(string name, string value, int start, int length)
    {
        var field = Enum.Parse<QueryField>(name, ignoreCase: true);
        var (canonical, message, mend) = _values.Check(field, value);
        if (canonical is null)
        {
            input.Fail(start, length, message!, mend is null || mend.All(c => !char.IsWhiteSpace(c)) ? mend : $"\"{mend}\"");
        }

        return new FieldNode(field, canonical ?? "");
    }
}
