using Monitoring.ArticleIndex.Analysis;

namespace Monitoring.ArticleIndex.Querying;

/// <summary>Where in a text a condition on words holds: the one answer for matching and for highlighting.</summary>
internal static class TextFinder
{
    /// <summary>Each place as the index of its first and its last token.</summary>
    public static IEnumerable<(int First, int Last)> Find(TextCondition condition, AnalysedText text) => condition switch
    {
        WordCondition word => Tokens(text, i => text.Tokens[i].Term == word.Term || (text.Stems.Count > 0 && word.Stems.Contains(text.Stems[i]))),
        PatternCondition pattern => Tokens(text, i => IsMatch(text.Tokens[i].Term, pattern.Pattern)),
        FuzzyCondition fuzzy => Tokens(text, i => IsNear(text.Tokens[i].Term, fuzzy)),
        PhraseCondition { Slop: 0 } phrase => Phrases(text, phrase.Terms),
        PhraseCondition phrase => SloppyPhrases(text, phrase),
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}"),
    };

    private static IEnumerable<(int, int)> Tokens(AnalysedText text, Func<int, bool> holds)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (holds(i))
            {
                yield return (i, i);
            }
        }
    }

    private static IEnumerable<(int, int)> Phrases(AnalysedText text, IReadOnlyList<string> terms)
    {
        for (var i = 0; i + terms.Count <= text.Tokens.Count; i++)
        {
            var length = 0;
            while (length < terms.Count && text.Tokens[i + length].Term == terms[length])
            {
                length++;
            }

            if (length == terms.Count)
            {
                yield return (i, i + length - 1);
            }
        }
    }

    // Lucene's measure: shift every term back by its place in the phrase; the shifted places may lie as far apart as the slop.
    private static IEnumerable<(int, int)> SloppyPhrases(AnalysedText text, PhraseCondition phrase)
    {
        var shifted = phrase.Terms.Select((term, place) => Tokens(text, i => text.Tokens[i].Term == term).Select(t => t.Item1 - place).ToList()).ToList();
        foreach (var least in shifted.SelectMany(s => s).Distinct().Order())
        {
            var chosen = shifted.Select(s => s.FindIndex(p => p >= least && p <= least + phrase.Slop) is var at and >= 0 ? s[at] : int.MinValue).ToList();
            if (!chosen.Contains(int.MinValue))
            {
                var places = chosen.Select((p, place) => p + place).ToList();
                if (places.Distinct().Count() == places.Count)
                {
                    yield return (places.Min(), places.Max());
                }
            }
        }
    }

    private static bool IsNear(string term, FuzzyCondition fuzzy) =>
        term[0] == fuzzy.Term[0] && Spelling.Distance(term, fuzzy.Term, fuzzy.Edits) <= fuzzy.Edits;

    private static bool IsMatch(string term, string pattern)
    {
        var parts = pattern.Split('*');
        if (!term.StartsWith(parts[0], StringComparison.Ordinal) || !term.AsSpan(parts[0].Length).EndsWith(parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var (at, end) = (parts[0].Length, term.Length - parts[^1].Length);
        foreach (var part in parts[1..^1])
        {
            var found = term.AsSpan(at, end - at).IndexOf(part, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at += found + part.Length;
        }

        return true;
    }
}
