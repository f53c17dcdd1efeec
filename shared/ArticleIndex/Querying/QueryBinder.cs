using Monitoring.ArticleIndex.Analysis;

namespace Monitoring.ArticleIndex.Querying;

/// <summary>Turns what a reader wrote into what the index holds: terms, stems, codes, moments.</summary>
internal sealed class QueryBinder(QueryVocabulary vocabulary, DateTimeOffset now)
{
    private readonly Synonyms _synonyms = new(vocabulary);

    public Condition Bind(QueryNode? node) => node switch
    {
        null => new EverythingCondition(),
        AllNode all => BindAll(all.Nodes),
        WordNode word => BindAll([word]),
        AnyNode any => new AnyCondition([.. any.Nodes.Select(Bind)]),
        NotNode not => new NotCondition(Bind(not.Node)),
        RequiredNode required => Bind(required.Node),
        PhraseNode phrase => Phrase(phrase.Text, phrase.Slop, phrase.Scope),
        PatternNode pattern => new PatternCondition(pattern.Scope, FoldPattern(pattern.Text)),
        FuzzyNode fuzzy => new FuzzyCondition(fuzzy.Scope, WordScanner.Scan(fuzzy.Text)[0].Term, fuzzy.Edits),
        FieldNode field => BindField(field.Field, field.Value),
        _ => throw new InvalidOperationException($"Unknown node {node.GetType().Name}"),
    };

    /// <summary>A word that may be several terms, for instance <c>GPT-4</c> or a run of Chinese: then they must stand together.</summary>
    public static Condition Word(string text, TextScope scope)
    {
        var tokens = WordScanner.Scan(text);

        return tokens is [{ Kind: TokenKind.Word } only]
            ? new WordCondition(scope, only.Term, AnalysedText.StemsInAllLanguages(only))
            : Phrase(tokens, 0, scope);
    }

    private AllCondition BindAll(IReadOnlyList<QueryNode> nodes)
    {
        var required = new List<Condition>();
        var optional = new List<Condition>();
        for (var i = 0; i < nodes.Count;)
        {
            if (BindSynonyms(nodes, i) is var (condition, used))
            {
                required.Add(condition);
                i += used;
                continue;
            }

            var bound = nodes[i] is WordNode word ? Word(word.Text, word.Scope) : Bind(nodes[i]);
            var isOptional = nodes[i] is WordNode && bound is WordCondition { Term: var term } && FunctionWords.Contains(term);
            (isOptional ? optional : required).Add(bound);
            i++;
        }

        return required.Exists(c => c is not NotCondition) ? new(required, optional) : new([.. required, .. optional], []);
    }

    // The longest run of plain words that has synonyms, so that "artificial intelligence" is one thing and not two.
    private (Condition, int)? BindSynonyms(IReadOnlyList<QueryNode> nodes, int first)
    {
        for (var count = Math.Min(_synonyms.LongestWords, nodes.Count - first); count > 0; count--)
        {
            var run = nodes.Skip(first).Take(count).OfType<WordNode>().ToList();
            if (run.Count < count || run.Exists(w => w.Scope != run[0].Scope))
            {
                continue;
            }

            var others = _synonyms.Of(string.Join(' ', run.Select(w => w.Text))).ToList();
            if (others.Count > 0)
            {
                var own = AllCondition.Of([.. run.Select(w => Word(w.Text, w.Scope))]);
                return (new AnyCondition([own, .. others.Select(o => Word(o, run[0].Scope))]), count);
            }
        }

        return null;
    }

    private static Condition Phrase(string text, int slop, TextScope scope) => Phrase(WordScanner.Scan(text), slop, scope);

    private static Condition Phrase(List<Token> tokens, int slop, TextScope scope)
    {
        // The last character of a run is a token of its own only where the run ends; in the text it may go on.
        var endsInRun = tokens[^1].Kind == TokenKind.LastGram;
        if (!endsInRun)
        {
            return Terms(tokens, slop, scope);
        }

        var whole = tokens.Take(tokens.Count - 1).ToList();
        if (whole is [.., { Kind: TokenKind.Gram }])
        {
            return Terms(whole, slop, scope);
        }

        var single = new PatternCondition(scope, tokens[^1].Term + "*");
        return whole.Count == 0 ? single : new AllCondition([Terms(whole, slop, scope), single], []);
    }

    private static TextCondition Terms(List<Token> tokens, int slop, TextScope scope) => tokens is [var only]
        ? new WordCondition(scope, only.Term, [])
        : new PhraseCondition(scope, [.. tokens.Select(t => t.Term)], slop);

    private static string FoldPattern(string pattern) => string.Join('*', pattern.Split('*').Select(Folding.Fold));

    private Condition BindField(QueryField field, string value) => field switch
    {
        QueryField.Country => Country([value]),
        QueryField.Region => value.Split('/') is [var region, .. var role]
            ? Country([.. vocabulary.Regions[region].Select(code => string.Join('/', [code, .. role]))])
            : throw new InvalidOperationException("Unreachable: a split has at least one part."),
        QueryField.Role => new ValueCondition(ValueField.Role, [value]),
        QueryField.Theme => new ValueCondition(ValueField.Theme, [value]),
        QueryField.Lang => new ValueCondition(ValueField.Language, [value]),
        QueryField.Story => new ValueCondition(ValueField.Story, [value]),
        QueryField.Source => new AnyCondition([new ValueCondition(ValueField.Source, [value]), Phrase(value, 0, TextScope.SourceName)]),
        QueryField.After => new MomentCondition(MomentField.Published, FieldValues.Moment(value), null),
        QueryField.Before => new MomentCondition(MomentField.Published, null, FieldValues.Moment(value)),
        QueryField.Last => new MomentCondition(MomentField.Published, Ago(value), null),
        QueryField.Relevance when FieldValues.RelevanceRange(value) is var (min, minOut, max, maxOut) =>
            new RelevanceCondition((float)min, minOut, (float)max, maxOut),
        _ => throw new InvalidOperationException($"Unknown field {field}"),
    };

    /// <summary>Countries as tags, or in the role after a slash.</summary>
    public static ValueCondition Country(IReadOnlyList<string> values) =>
        new(values.Count > 0 && values[0].Contains('/', StringComparison.Ordinal) ? ValueField.CountryRole : ValueField.Country, values);

    private DateTimeOffset Ago(string span)
    {
        var count = int.Parse(span[..^1], null);

        return span[^1] switch
        {
            'h' => now.AddHours(-count),
            'd' => now.AddDays(-count),
            'w' => now.AddDays(-7 * count),
            'm' => now.AddMonths(-count),
            _ => now.AddYears(-Math.Min(count, now.Year - 1)),
        };
    }
}
