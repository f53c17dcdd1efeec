using Monitoring.Classifier.Text;

namespace Monitoring.Classifier.Countries;

/// <summary>Finds the names in a text that speak for countries, blocs and organisations.</summary>
internal sealed class CountryFinder(Gazetteer gazetteer, Ambiguity ambiguity)
{
    /// <summary>Names in order of position; none overlaps another.</summary>
    /// <param name="text">Title and text, folded.</param>
    /// <param name="language">Detected language.</param>
    /// <param name="isTechnical">Whether the text speaks of AI or computing: lets names through that are also common words.</param>
    public IReadOnlyList<NameHit> Find(FoldedText text, string language, bool isTechnical)
    {
        var matches = new List<PatternMatch>();
        gazetteer.Find(text, matches);
        var hits = new List<NameHit>();
        var end = 0;
        foreach (var hit in Longest(text, matches, language, isTechnical))
        {
            if (hit.Start < end)
            {
                continue;
            }

            end = hit.End;
            if (hit.Entry.Kind != NameKind.Blocked || hit.Entry.Code != "-")
            {
                hits.Add(hit);
            }
        }

        return Resolve(text, hits);
    }

    private List<NameHit> Resolve(FoldedText text, List<NameHit> hits)
    {
        var resolved = new List<NameHit>(hits.Count);
        foreach (var hit in hits)
        {
            if (ambiguity.Resolve(text, hit) is { } code)
            {
                resolved.Add(code == hit.Entry.Code ? hit : hit with { Entry = hit.Entry with { Code = code, Kind = NameKind.City } });
            }
        }

        return resolved;
    }

    private IEnumerable<NameHit> Longest(FoldedText text, List<PatternMatch> matches, string language, bool isTechnical)
    {
        foreach (var match in matches.OrderBy(match => match.Start).ThenByDescending(match => match.End))
        {
            if (!Boundaries.IsWhole(text, match.Start, match.End, language))
            {
                continue;
            }

            NameEntry? best = null;
            foreach (var entry in gazetteer.Readings(match.Pattern))
            {
                if (NameRules.Accepts(entry, text, match, language, isTechnical) && (best is null || IsBetter(entry, best, language)))
                {
                    best = entry;
                }
            }

            if (best is not null)
            {
                yield return new NameHit(best, match.Start, match.End);
            }
        }
    }

    private static bool IsBetter(NameEntry entry, NameEntry best, string language)
    {
        var (own, other) = (entry.Languages.Contains(language), best.Languages.Contains(language));
        if (own != other)
        {
            return own;
        }

        return entry.NeedsContext != best.NeedsContext ? !entry.NeedsContext : entry.Kind < best.Kind;
    }
}
