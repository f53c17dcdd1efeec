namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>What namespace prefixes mean at one place of a lenient document.</summary>
internal sealed class Scopes
{
    // Each entry lists the prefixes that one open element declares; most declare none.
    private readonly Stack<Dictionary<string, string>?> _open = new();

    public void Enter(IReadOnlyList<KeyValuePair<string, string>> attributes)
    {
        Dictionary<string, string>? declared = null;
        foreach (var (name, value) in attributes)
        {
            var prefix = name == "xmlns" ? "" : name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase) ? name[6..] : null;
            if (prefix is not null)
            {
                (declared ??= []).TryAdd(prefix, value.Trim());
            }
        }

        _open.Push(declared);
    }

    public void Leave() => _open.Pop();

    /// <summary>The namespace of a prefix; an undeclared prefix means what it means everywhere else, or itself.</summary>
    public string NamespaceOf(string prefix)
    {
        foreach (var declared in _open)
        {
            if (declared is not null && declared.TryGetValue(prefix, out var space))
            {
                return space;
            }
        }

        return prefix.Length == 0 ? "" : Vocabularies.NamespaceOfPrefix(prefix) ?? "prefix:" + prefix;
    }
}
