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
        foreach (var match in matches.OrderBy(match => match.Start).ThenByDescending(match => match.End))
        {
            if (match.Start >= end && Read(text, match, language, isTechnical) is { Count: > 0 } readings)
            {
                end = match.End;
                hits.AddRange(readings.Where(entry => entry.Code != "-" || entry.Kind != NameKind.Blocked).Select(entry => new NameHit(entry, match.Start, match.End)));
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

    /// <summary>The best reading of a match; several where the words alone cannot tell, such as Brussels the city and the Union's seat.</summary>
    private List<NameEntry> Read(FoldedText text, PatternMatch match, string language, bool isTechnical)
    {
        if (!Boundaries.IsWhole(text, match.Start, match.End, language))
        {
            return [];
        }

        NameEntry? best = null;
        var accepted = new List<NameEntry>(1);
        foreach (var entry in gazetteer.Readings(match.Pattern))
        {
            if (NameRules.Accepts(entry, text, match, language, isTechnical))
            {
                accepted.Add(entry);
                best = best is null || IsBetter(entry, best, language) ? entry : best;
            }
        }

        return best is null ? []
            : best.IsAmbiguous ? [.. accepted.Where(entry => entry.IsAmbiguous).DistinctBy(entry => entry.Code)]
            : [.. accepted.Where(entry => entry == best || (entry.Kind == NameKind.Pair && best.Kind == NameKind.Pair))];
    }

    private static bool IsBetter(NameEntry entry, NameEntry best, string language)
    {
        // "The ministry of defence", with no country said, is the one at home.
        var home = CountryCandidate.HomeOf(language);
        if (entry.Kind >= NameKind.Government && best.Kind >= NameKind.Government && (entry.Code == home) != (best.Code == home))
        {
            return entry.Code == home;
        }

        var (own, other) = (entry.Languages.Contains(language), best.Languages.Contains(language));
        if (own != other)
        {
            return own;
        }

        return entry.NeedsContext != best.NeedsContext ? !entry.NeedsContext : entry.Kind < best.Kind;
    }
}
