namespace Monitoring.ArticleIndex.Querying;

/// <summary>A query after analysis: terms, values and numbers that every engine can look up as they stand.</summary>
internal abstract record Condition;

/// <summary>All required ones hold; optional ones only add to the score.</summary>
internal sealed record AllCondition(IReadOnlyList<Condition> Required, IReadOnlyList<Condition> Optional) : Condition
{
    public static Condition Of(IReadOnlyList<Condition> required) => required switch
    {
        [] => new EverythingCondition(),
        [var one] => one,
        _ => new AllCondition(required, []),
    };
}

internal sealed record AnyCondition(IReadOnlyList<Condition> Conditions) : Condition;

internal sealed record NotCondition(Condition Condition) : Condition;

internal sealed record EverythingCondition : Condition;

/// <summary>A condition on words: what a highlighter can show.</summary>
internal abstract record TextCondition(TextScope Scope) : Condition;

/// <summary>The term itself, or a word with one of the stems, each of which names its language.</summary>
internal sealed record WordCondition(TextScope Scope, string Term, IReadOnlyList<string> Stems) : TextCondition(Scope);

/// <summary>Terms one after the other, with at most <paramref name="Slop"/> moves.</summary>
internal sealed record PhraseCondition(TextScope Scope, IReadOnlyList<string> Terms, int Slop) : TextCondition(Scope);

/// <summary>A term in which every * stands for any letters.</summary>
internal sealed record PatternCondition(TextScope Scope, string Pattern) : TextCondition(Scope);

/// <summary>A term with the same first letter and at most so many letters wrong.</summary>
internal sealed record FuzzyCondition(TextScope Scope, string Term, int Edits) : TextCondition(Scope);

/// <summary>One of the values.</summary>
internal sealed record ValueCondition(ValueField Field, IReadOnlyList<string> Values) : Condition;

/// <summary>At or after <paramref name="From"/> and before <paramref name="Before"/>; null is open.</summary>
internal sealed record MomentCondition(MomentField Field, DateTimeOffset? From, DateTimeOffset? Before) : Condition;

/// <summary>A relevance from <paramref name="Min"/> to <paramref name="Max"/>.</summary>
internal sealed record RelevanceCondition(float Min, bool MinExcluded, float Max, bool MaxExcluded) : Condition
{
    public bool Holds(float value) => (MinExcluded ? value > Min : value >= Min) && (MaxExcluded ? value < Max : value <= Max);
}

internal enum ValueField
{
    /// <summary>Codes of countries in any role but mention.</summary>
    Country,

    /// <summary><c>US/supplier</c>, mentions too.</summary>
    CountryRole,

    /// <summary>Roles of any country, mentions too.</summary>
    Role,

    Theme,
    Language,
    Source,
    Story,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    Relevant,
}

internal enum MomentField
{
    Published,
    FirstIndexed,
}
