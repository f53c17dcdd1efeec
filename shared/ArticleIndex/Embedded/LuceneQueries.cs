using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util.Automaton;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Conditions as Lucene queries.</summary>
internal static class LuceneQueries
{
    // BooleanQuery refuses more than 1,024 clauses; long lists of values are nested.
    private const int MaxValues = 1_000;

    private static readonly KeptFilter s_relevant = new(new Term(LuceneFields.Of(ValueField.Relevant), "yes"));

    public static Query Of(SearchPlan plan) => Of(AllCondition.Of([.. plan.Filters.Prepend(plan.Words).Where(c => c is not EverythingCondition)]));

    public static Query Of(Condition condition) => condition switch
    {
        EverythingCondition => Filter(new MatchAllDocsQuery()),
        AllCondition all => All(all),
        AnyCondition any => Any(any.Conditions.Select(Of)),
        NotCondition => All(new AllCondition([condition], [])),
        WordCondition word => Word(word),
        PhraseCondition phrase => InScope(phrase.Scope, (field, boost) => Phrase(phrase, field, boost)),
        PatternCondition pattern => InScope(pattern.Scope, (field, boost) => new WildcardQuery(new Term(field, pattern.Pattern)) { Boost = boost }),
        FuzzyCondition fuzzy => InScope(fuzzy.Scope, (field, boost) => Fuzzy(fuzzy, field, boost)),
        ValueCondition { Field: ValueField.Relevant, Values: ["yes"] } => new ConstantScoreQuery(s_relevant) { Boost = 0 },
        ValueCondition value => Filter(Values(LuceneFields.Of(value.Field), value.Values)),
        MomentCondition moment => Filter(Moment(moment)),
        RelevanceCondition relevance => Filter(NumericRangeQuery.NewSingleRange(
            LuceneFields.Relevance, LuceneFields.PrecisionStep, relevance.Min, relevance.Max, !relevance.MinExcluded, !relevance.MaxExcluded)),
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}"),
    };

    private static BooleanQuery All(AllCondition all)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var part in all.Required)
        {
            query.Add(part is NotCondition not ? Of(not.Condition) : Of(part), part is NotCondition ? Occur.MUST_NOT : Occur.MUST);
        }

        foreach (var part in all.Optional)
        {
            query.Add(Of(part), Occur.SHOULD);
        }

        if (all.Required.All(c => c is NotCondition))
        {
            query.Add(Filter(new MatchAllDocsQuery()), Occur.MUST);
        }

        return query;
    }

    private static DisjunctionMaxQuery Any(IEnumerable<Query> parts)
    {
        // The best part counts, the others a little: a word found as itself and by its stem is still one word.
        var query = new DisjunctionMaxQuery(0.1f);
        foreach (var part in parts)
        {
            query.Add(part);
        }

        return query;
    }

    private static Query Word(WordCondition word)
    {
        var exact = InScope(word.Scope, (field, boost) => new TermQuery(new Term(field, word.Term)) { Boost = boost });
        if (word.Stems.Count == 0 || word.Scope == TextScope.SourceName)
        {
            return exact;
        }

        var stems = word.Stems.SelectMany(stem => word.Scope == TextScope.Title
            ? [Stem(LuceneFields.TitleStems, stem, ScoreWeights.TitleStem)]
            : new[] { Stem(LuceneFields.TitleStems, stem, ScoreWeights.TitleStem), Stem(LuceneFields.TextStems, stem, ScoreWeights.TextStem) });

        return Any([exact, .. stems]);
    }

    private static TermQuery Stem(string field, string stem, float boost) => new(new Term(field, stem)) { Boost = boost };

    private static Query InScope(TextScope scope, Func<string, float, Query> make) => scope switch
    {
        TextScope.Title => make(LuceneFields.Title, ScoreWeights.Title),
        TextScope.SourceName => make(LuceneFields.SourceName, 1),
        _ => Any([make(LuceneFields.Title, ScoreWeights.Title), make(LuceneFields.Text, ScoreWeights.Text)]),
    };

    private static PhraseQuery Phrase(PhraseCondition phrase, string field, float boost)
    {
        var query = new PhraseQuery { Slop = phrase.Slop, Boost = boost };
        foreach (var term in phrase.Terms)
        {
            query.Add(new Term(field, term));
        }

        return query;
    }

    // Lucene's own FuzzyQuery stops after its 50 nearest terms; the automaton finds every article that the matcher finds.
    private static AutomatonQuery Fuzzy(FuzzyCondition fuzzy, string field, float boost)
    {
        var rest = new LevenshteinAutomata(fuzzy.Term[1..], true).ToAutomaton(fuzzy.Edits);
        var whole = BasicOperations.Concatenate(BasicAutomata.MakeString(fuzzy.Term[..1]), rest);

        return new AutomatonQuery(new Term(field, fuzzy.Term), whole) { Boost = boost };
    }

    private static Query Values(string field, IReadOnlyList<string> values)
    {
        if (values is [var only])
        {
            return new TermQuery(new Term(field, only));
        }

        var query = new BooleanQuery(disableCoord: true);
        foreach (var chunk in values.Chunk(MaxValues))
        {
            var inner = new BooleanQuery(disableCoord: true);
            foreach (var value in chunk)
            {
                inner.Add(new TermQuery(new Term(field, value)), Occur.SHOULD);
            }

            query.Add(inner, Occur.SHOULD);
        }

        return query;
    }

    private static NumericRangeQuery<long> Moment(MomentCondition moment) => NumericRangeQuery.NewInt64Range(
        moment.Field == MomentField.Published ? LuceneFields.Published : LuceneFields.FirstIndexed,
        LuceneFields.PrecisionStep,
        moment.From is { } from ? LuceneDocument.Milliseconds(from) : null,
        moment.Before is { } before ? LuceneDocument.Milliseconds(before) : null,
        minInclusive: true,
        maxInclusive: false);

    private static ConstantScoreQuery Filter(Query query) => new(query) { Boost = 0 };
}
