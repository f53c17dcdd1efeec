using Monitoring.ArticleIndex.Analysis;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Highlighting;

/// <summary>A stretch of the original text that a condition asked for.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Condition">Number of the condition, so that a passage with different words beats one that repeats a word.</param>
internal readonly record struct MatchedSpan(int Start, int End, int Condition);

/// <summary>Finds what to highlight.</summary>
internal static class MatchedSpans
{
    /// <summary>Spans in order, without overlaps.</summary>
    public static IReadOnlyList<MatchedSpan> Of(Condition condition, AnalysedText text, bool isTitle)
    {
        var spans = new List<MatchedSpan>();
        var number = 0;
        foreach (var leaf in Leaves(condition))
        {
            number++;
            if (leaf.Scope == TextScope.SourceName || (leaf.Scope == TextScope.Title && !isTitle))
            {
                continue;
            }

            spans.AddRange(TextFinder.Find(leaf, text).SelectMany(place => Stretch(leaf, text, place, number)));
        }

        return Merge(spans);
    }

    // What must not be found, and what is optional, is not what the reader looks for.
    private static IEnumerable<TextCondition> Leaves(Condition condition) => condition switch
    {
        TextCondition leaf => [leaf],
        AllCondition all => all.Required.SelectMany(Leaves),
        AnyCondition any => any.Conditions.SelectMany(Leaves),
        _ => [],
    };

    private static IEnumerable<MatchedSpan> Stretch(TextCondition leaf, AnalysedText text, (int First, int Last) place, int number)
    {
        if (leaf is PhraseCondition { Slop: > 0 } near)
        {
            // Of words near each other the words are shown, not what lies between.
            for (var i = place.First; i <= place.Last; i++)
            {
                if (near.Terms.Contains(text.Tokens[i].Term))
                {
                    yield return new(text.Tokens[i].Start, text.Tokens[i].End, number);
                }
            }

            yield break;
        }

        var last = text.Tokens[place.Last];
        var isOneCharacter = leaf is PatternCondition && last.Kind == TokenKind.Gram;
        yield return new(text.Tokens[place.First].Start, isOneCharacter ? text.Tokens[place.Last + 1].Start : last.End, number);
    }

    private static List<MatchedSpan> Merge(List<MatchedSpan> spans)
    {
        var merged = new List<MatchedSpan>();
        foreach (var span in spans.OrderBy(s => s.Start).ThenByDescending(s => s.End))
        {
            if (merged.Count == 0 || span.Start >= merged[^1].End)
            {
                merged.Add(span);
            }
            else if (span.End > merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = span.End };
            }
        }

        return merged;
    }
}
