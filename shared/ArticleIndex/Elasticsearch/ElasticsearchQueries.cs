using System.Globalization;
using System.Text.Json.Nodes;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>Conditions as queries of Elasticsearch's query DSL.</summary>
internal sealed class ElasticsearchQueries
{
    // Elasticsearch refuses more than 1,024 clauses; a word with its stems takes about 45 when each of them scores for itself.
    private const int MaxWordsScoredByStem = 12;

    private readonly bool _scoresStems;

    private ElasticsearchQueries(Condition condition) => _scoresStems = Words(condition) <= MaxWordsScoredByStem;

    public static JsonObject Of(Condition condition) => new ElasticsearchQueries(condition).Make(condition);

    /// <summary>The words score and the filters do not; a small constant keeps the age in order when there are no words.</summary>
    public static JsonObject Of(SearchPlan plan) => new()
    {
        ["bool"] = new JsonObject
        {
            ["must"] = new JsonArray(Of(plan.Words)),
            ["filter"] = new JsonArray([.. plan.Filters.Select(Of)]),
            ["should"] = new JsonArray(new JsonObject { ["match_all"] = new JsonObject { ["boost"] = 0.01 } }),
        },
    };

    public static JsonObject WithRecency(JsonObject query, DateTimeOffset now, TimeSpan halfLife) => new()
    {
        ["function_score"] = new JsonObject
        {
            ["query"] = query,
            ["score_mode"] = "sum",
            ["boost_mode"] = "multiply",
            ["functions"] = new JsonArray(
                new JsonObject { ["filter"] = new JsonObject { ["match_all"] = new JsonObject() }, ["weight"] = ScoreWeights.Lasting },
                new JsonObject
                {
                    ["weight"] = 1 - ScoreWeights.Lasting,
                    ["exp"] = new JsonObject
                    {
                        [ElasticsearchDocument.Published] = new JsonObject
                        {
                            ["origin"] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
                            ["scale"] = $"{(long)halfLife.TotalMinutes}m",
                            ["decay"] = 0.5,
                        },
                    },
                }),
        },
    };

    private JsonObject Make(Condition condition) => condition switch
    {
        EverythingCondition => Filter("match_all", new JsonObject()),
        AllCondition all => All(all),
        AnyCondition any => Any(any.Conditions.Select(Make)),
        NotCondition not => new() { ["bool"] = new JsonObject { ["must_not"] = new JsonArray(Make(not.Condition)) } },
        WordCondition word => Word(word),
        PhraseCondition phrase => InScope(phrase.Scope, (field, boost) => One("match_phrase", field, new() { ["query"] = string.Join(' ', phrase.Terms), ["slop"] = phrase.Slop, ["boost"] = boost })),
        PatternCondition pattern => InScope(pattern.Scope, (field, boost) => One("wildcard", field, new() { ["value"] = pattern.Pattern, ["boost"] = boost })),
        FuzzyCondition fuzzy => InScope(fuzzy.Scope, (field, boost) => Fuzzy(fuzzy, field, boost)),
        ValueCondition value => Filter("terms", new JsonObject { [ElasticsearchDocument.Of(value.Field)] = Array(value.Values) }),
        MomentCondition moment => Filter("range", new JsonObject { [moment.Field == MomentField.Published ? ElasticsearchDocument.Published : ElasticsearchDocument.FirstIndexed] = Range(moment) }),
        RelevanceCondition relevance => Filter("range", new JsonObject { [ElasticsearchDocument.Relevance] = Range(relevance) }),
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}"),
    };

    private JsonObject All(AllCondition all) => new()
    {
        ["bool"] = new JsonObject
        {
            // Without one that must hold, optional ones would have to; everything holds.
            ["must"] = new JsonArray([.. all.Required.Where(c => c is not NotCondition).DefaultIfEmpty(new EverythingCondition()).Select(Make)]),
            ["must_not"] = new JsonArray([.. all.Required.OfType<NotCondition>().Select(c => Make(c.Condition))]),
            ["should"] = new JsonArray([.. all.Optional.Select(Make)]),
        },
    };

    private static JsonObject Any(IEnumerable<JsonObject> parts) => new()
    {
        ["dis_max"] = new JsonObject { ["tie_breaker"] = 0.1, ["queries"] = new JsonArray([.. parts]) },
    };

    private JsonObject Word(WordCondition word)
    {
        var exact = InScope(word.Scope, (field, boost) => One("term", field, new() { ["value"] = word.Term, ["boost"] = boost }));
        if (word.Stems.Count == 0 || word.Scope == TextScope.SourceName)
        {
            return exact;
        }

        var inText = word.Scope == TextScope.Title ? [] : Stems("text_stems", word.Stems, ScoreWeights.TextStem);
        return Any([exact, .. Stems("title_stems", word.Stems, ScoreWeights.TitleStem), .. inText]);
    }

    private IEnumerable<JsonObject> Stems(string field, IReadOnlyList<string> stems, float boost) => _scoresStems
        ? stems.Select(s => One("term", field, new() { ["value"] = s, ["boost"] = boost }))
        : [new() { ["terms"] = new JsonObject { [field] = Array(stems), ["boost"] = boost } }];

    private static JsonObject InScope(TextScope scope, Func<string, float, JsonObject> make) => scope switch
    {
        TextScope.Title => make("title", ScoreWeights.Title),
        TextScope.SourceName => make("source_name", 1),
        _ => Any([make("title", ScoreWeights.Title), make("text", ScoreWeights.Text)]),
    };

    private static JsonObject Fuzzy(FuzzyCondition fuzzy, string field, float boost) => One("fuzzy", field, new()
    {
        ["value"] = fuzzy.Term,
        ["fuzziness"] = fuzzy.Edits,
        ["prefix_length"] = 1,
        ["max_expansions"] = 1_000,
        ["transpositions"] = true,
        ["rewrite"] = "constant_score",
        ["boost"] = boost,
    });

    private static JsonObject Range(MomentCondition moment)
    {
        var range = new JsonObject { ["format"] = "epoch_millis" };
        if (moment.From is { } from)
        {
            range["gte"] = from.ToUnixTimeMilliseconds();
        }

        if (moment.Before is { } before)
        {
            range["lt"] = before.ToUnixTimeMilliseconds();
        }

        return range;
    }

    private static JsonObject Range(RelevanceCondition relevance) => new()
    {
        [relevance.MinExcluded ? "gt" : "gte"] = relevance.Min,
        [relevance.MaxExcluded ? "lt" : "lte"] = relevance.Max,
    };

    private static JsonObject One(string kind, string field, JsonObject options) => new() { [kind] = new JsonObject { [field] = options } };

    private static JsonObject Filter(string kind, JsonObject options) => new()
    {
        ["constant_score"] = new JsonObject { ["filter"] = new JsonObject { [kind] = options }, ["boost"] = 0 },
    };

    private static JsonArray Array(IEnumerable<string> values) => [.. values.Select(v => (JsonNode)v)];

    private static int Words(Condition condition) => condition switch
    {
        WordCondition => 1,
        AllCondition all => all.Required.Concat(all.Optional).Sum(Words),
        AnyCondition any => any.Conditions.Sum(Words),
        NotCondition not => Words(not.Condition),
        _ => 0,
    };
}
