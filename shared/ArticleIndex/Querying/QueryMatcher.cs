using Monitoring.ArticleIndex.Analysis;

namespace Monitoring.ArticleIndex.Querying;

/// <summary>Asks one query of articles in memory, with the same answer as a search: what alerts match by.</summary>
public sealed class QueryMatcher
{
    private readonly Condition _condition;

    private QueryMatcher(Condition condition) => _condition = condition;

    /// <summary>Makes a matcher. <c>last:7d</c> is counted back from <paramref name="now"/>: make a new one when time has passed.</summary>
    /// <exception cref="ArgumentException">The query has a problem.</exception>
    public static QueryMatcher Of(SearchQuery query, QueryVocabulary vocabulary, DateTimeOffset now) => query.Problem is null
        ? new(new QueryBinder(vocabulary, now).Bind(query.Root))
        : throw new ArgumentException(query.Problem.Message, nameof(query));

    /// <summary>Makes a matcher for words and filters alike; page, order, facets and cursor play no part.</summary>
    /// <exception cref="ArgumentException">The query has a problem.</exception>
    public static QueryMatcher Of(SearchRequest request, QueryVocabulary vocabulary, DateTimeOffset now)
    {
        var plan = SearchPlan.Of(request, vocabulary, now);

        return plan.Query.Problem is null
            ? new(new AllCondition([plan.Words, .. plan.Filters], []))
            : throw new ArgumentException(plan.Query.Problem.Message, nameof(request));
    }

    /// <summary>Whether a search would find the article.</summary>
    public bool Matches(ArticleText article) => Holds(_condition, article);

    /// <summary>The words that match, as spans of title and text, in order: the evidence for "why did I get this".</summary>
    public IReadOnlyList<Contracts.Evidence> Why(ArticleText article) =>
    [
        .. Spans(article.Title, article.Document.Article.Title, Contracts.EvidenceField.Title, TextScope.Title),
        .. Spans(article.Text, article.Document.Article.Text, Contracts.EvidenceField.Text, TextScope.Anywhere),
    ];

    private IEnumerable<Contracts.Evidence> Spans(AnalysedText text, string original, Contracts.EvidenceField field, TextScope scope) =>
        Highlighting.MatchedSpans.Of(_condition, text, isTitle: scope == TextScope.Title)
            .Select(s => new Contracts.Evidence(field, s.Start, s.End - s.Start, original[s.Start..s.End]));

    internal static bool Holds(Condition condition, ArticleText article) => condition switch
    {
        EverythingCondition => true,
        AllCondition all => all.Required.All(c => Holds(c, article)),
        AnyCondition any => any.Conditions.Any(c => Holds(c, article)),
        NotCondition not => !Holds(not.Condition, article),
        TextCondition { Scope: TextScope.SourceName } text => TextFinder.Find(text, article.SourceName).Any(),
        TextCondition text => TextFinder.Find(text, article.Title).Any()
            || (text.Scope == TextScope.Anywhere && TextFinder.Find(text, article.Text).Any()),
        ValueCondition value => article.Values.Of(value.Field).Any(value.Values.Contains),
        MomentCondition moment => Moment(moment.Field, article) is var at && !(at < moment.From) && !(at >= moment.Before),
        RelevanceCondition relevance => relevance.Holds(article.Document.Tags.Relevance),
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}"),
    };

    private static DateTimeOffset Moment(MomentField field, ArticleText article) =>
        field == MomentField.Published ? article.Document.Article.PublishedAt : article.Document.FirstIndexedAt;
}
