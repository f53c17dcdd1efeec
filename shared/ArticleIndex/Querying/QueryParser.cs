namespace Monitoring.ArticleIndex.Querying;

/// <summary>
/// Recursive descent over the query language. query = all {"OR" all}; all = signed {["AND"] signed}; signed = ["+" | "-" | "NOT"] item;
/// item = "(" query ")" | field ":" value | phrase | word.
/// </summary>
internal sealed class QueryParser
{
    public const int MaxLength = 2_000;
    public const int MaxClauses = 64;
    private const int MaxDepth = 20;

    private readonly QueryText _in;
    private readonly QueryFieldReader _fields;
    private readonly QueryWordReader _words;
    private int _clauses;

    private QueryParser(string text, QueryVocabulary vocabulary)
    {
        _in = new QueryText(text);
        _fields = new QueryFieldReader(_in, vocabulary);
        _words = new QueryWordReader(_in);
    }

    /// <summary>The tree, or the first problem. An empty text gives neither.</summary>
    public static (QueryNode? Root, QueryFault? Fault) Parse(string text, QueryVocabulary vocabulary)
    {
        if (text.Length > MaxLength)
        {
            return (null, new(MaxLength, text.Length - MaxLength, $"A query may have {MaxLength:N0} characters; this one has {text.Length:N0}.", null));
        }

        var parser = new QueryParser(text, vocabulary);
        parser._in.SkipSpace();
        var root = parser._in.Ended ? null : parser.ParseAny(null, 0);
        parser.ExpectEnd();

        return parser._in.Fault is { } fault ? (null, fault) : (root, null);
    }

    private void ExpectEnd()
    {
        _in.SkipSpace();
        if (!_in.Ended)
        {
            _in.Fail(_in.At, 1, "This bracket closes nothing.", "");
        }
    }

    private QueryNode ParseAny(string? field, int depth)
    {
        var parts = new List<QueryNode> { ParseAll(field, depth) };
        while (!_in.Ended && AtKeyword("OR"))
        {
            var at = _in.At;
            _in.At += 2;
            _in.SkipSpace();
            if (_in.Fault is null && (_in.At >= _in.Text.Length || _in.Current == ')'))
            {
                _in.Fail(at, 2, "OR stands between two things; nothing follows this one.", "");
            }

            parts.Add(ParseAll(field, depth));
        }

        return parts.Count == 1 ? parts[0] : new AnyNode(parts);
    }

    private QueryNode ParseAll(string? field, int depth)
    {
        var parts = new List<QueryNode>();
        _in.SkipSpace();
        while (!_in.Ended && _in.Current != ')' && !AtKeyword("OR"))
        {
            if (AtKeyword("AND"))
            {
                SkipAnd(parts.Count);
            }
            else
            {
                parts.Add(ParseSigned(field, depth));
            }

            _in.SkipSpace();
        }

        if (parts.Count == 0)
        {
            _in.Fail(_in.At, AtKeyword("OR") ? 2 : 0, AtKeyword("OR") ? "OR stands between two things; nothing comes before this one." : "Something is missing here.", "");
        }

        return parts.Count == 1 ? parts[0] : new AllNode(parts);
    }

    private void SkipAnd(int before)
    {
        var at = _in.At;
        _in.At += 3;
        _in.SkipSpace();
        if (before == 0 || _in.At >= _in.Text.Length || _in.Current == ')' || AtKeyword("OR") || AtKeyword("AND"))
        {
            _in.Fail(at, 3, "AND stands between two things.", "");
        }
    }

    private QueryNode ParseSigned(string? field, int depth)
    {
        var start = _in.At;
        if (_in.Current is not ('+' or '-') && !AtKeyword("NOT"))
        {
            return ParseItem(field, depth);
        }

        var isRequired = _in.Current == '+';
        var length = AtKeyword("NOT") ? 3 : 1;
        _in.At += length;
        if (length == 3)
        {
            _in.SkipSpace();
        }

        if (_in.At >= _in.Text.Length || char.IsWhiteSpace(_in.Current) || _in.Current is ')' or '+' or '-' || AtKeyword("OR") || AtKeyword("AND") || AtKeyword("NOT"))
        {
            _in.Fail(start, length, $"{_in.Text.Substring(start, length)} must stand before what it is about.", "");
            return new AllNode([]);
        }

        var item = ParseItem(field, depth);
        return isRequired ? new RequiredNode(item) : new NotNode(item);
    }

    private QueryNode ParseItem(string? field, int depth)
    {
        if (++_clauses > MaxClauses)
        {
            _in.Fail(_in.At, 0, $"A query may ask for {MaxClauses} things; this one asks for more.", null);
            return new AllNode([]);
        }

        if (_in.Current == '(')
        {
            return ParseGroup(field, depth + 1);
        }

        var start = _in.At;
        if (QueryText.IsQuote(_in.Current))
        {
            return field is null or "title" ? _words.ReadPhrase(Scope(field)) : _fields.ReadQuoted(field);
        }

        var word = _in.ReadWord();
        var colon = word.IndexOf(':', StringComparison.Ordinal);

        return colon > 0 && word[..colon].All(char.IsLetter)
            ? ParseField(word[..colon].ToLowerInvariant(), start, colon, depth)
            : field is null or "title" ? _words.Read(word, start, Scope(field)) : _fields.Read(field, word, start);
    }

    private QueryNode ParseField(string name, int start, int colon, int depth)
    {
        var end = _in.At;
        _in.At = start + colon + 1;
        if (!_fields.Knows(name, start, end))
        {
            return new AllNode([]);
        }

        if (_in.At >= _in.Text.Length || char.IsWhiteSpace(_in.Current) || _in.Current == ')')
        {
            _in.Fail(start, colon + 1, $"Say which {name}: nothing follows the colon.", "");
            return new AllNode([]);
        }

        if (_in.Current == '(')
        {
            return ParseGroup(name, depth + 1);
        }

        if (QueryText.IsQuote(_in.Current))
        {
            return name == "title" ? _words.ReadPhrase(TextScope.Title) : _fields.ReadQuoted(name);
        }

        var at = _in.At;
        var value = _in.ReadWord();

        return name == "title" ? _words.Read(value, at, TextScope.Title) : _fields.Read(name, value, at);
    }

    private QueryNode ParseGroup(string? field, int depth)
    {
        var start = _in.At++;
        if (depth > MaxDepth)
        {
            _in.Fail(start, 1, $"Brackets may be nested {MaxDepth} deep.", null);
            return new AllNode([]);
        }

        _in.SkipSpace();
        if (_in.Current == ')' && _in.Fault is null)
        {
            _in.Fail(start, _in.At + 1 - start, "There is nothing between these brackets.", "");
            return new AllNode([]);
        }

        var inside = ParseAny(field, depth);
        _in.SkipSpace();
        if (_in.Current != ')')
        {
            _in.Fail(start, _in.Text.Length - start, "The bracket that opens here is never closed.", _in.Text[start..].TrimEnd() + ")");
        }

        _in.At++;
        return inside;
    }

    private static TextScope Scope(string? field) => field is null ? TextScope.Anywhere : TextScope.Title;

    private bool AtKeyword(string keyword)
    {
        var end = _in.At + keyword.Length;

        return string.CompareOrdinal(_in.Text, _in.At, keyword, 0, keyword.Length) == 0
            && (end >= _in.Text.Length || char.IsWhiteSpace(_in.Text[end]) || _in.Text[end] is '(' or ')' || QueryText.IsQuote(_in.Text[end]));
    }
}
