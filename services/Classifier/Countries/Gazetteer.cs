using Monitoring.Classifier.Text;

namespace Monitoring.Classifier.Countries;

/// <summary>Every name that speaks for a country, ready to be looked for in one pass.</summary>
internal sealed class Gazetteer
{
    private readonly AhoCorasick _matcher;
    private readonly NameEntry[][] _entries;

    public Gazetteer(IEnumerable<NameEntry> names)
    {
        var readings = new Dictionary<string, List<NameEntry>>(StringComparer.Ordinal);
        foreach (var entry in names)
        {
            foreach (var pattern in Patterns(entry))
            {
                if (!readings.TryGetValue(pattern, out var list))
                {
                    readings.Add(pattern, list = []);
                }

                if (!list.Exists(other => IsCovered(entry, other)))
                {
                    list.Add(entry);
                }
            }
        }

        _entries = [.. readings.Values.Select(list => list.ToArray())];
        _matcher = new AhoCorasick([.. readings.Keys]);
    }

    /// <summary>Occurrences of any name, whether or not they are whole words.</summary>
    public void Find(FoldedText text, List<PatternMatch> matches) => _matcher.Find(text.Text, matches);

    /// <summary>All readings of a pattern.</summary>
    public IReadOnlyList<NameEntry> Readings(int pattern) => _entries[pattern];

    // Spellings count: Peru is any language's, Perú is Spanish, and short names must be written as their language writes them.
    private static bool IsCovered(NameEntry entry, NameEntry other) =>
        other.Code == entry.Code && other.Kind <= entry.Kind && other.Languages.Count == 0
        && string.Equals(other.Spelling, entry.Spelling, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Patterns(NameEntry entry)
    {
        var folded = Folding.FoldName(entry.Spelling);
        if (folded.Length == 0)
        {
            yield break;
        }

        yield return folded;
        if (entry.Kind is NameKind.Country or NameKind.Adjective or NameKind.Capital or NameKind.City && entry.Languages.Any(Suffixes.HasStems) && Stem(folded) is { } stem)
        {
            yield return stem;
        }
    }

    private static string? Stem(string folded)
    {
        if (folded.Contains(' '))
        {
            return null;
        }

        var cut = folded.EndsWith("ий", StringComparison.Ordinal) || folded.EndsWith("ый", StringComparison.Ordinal) || folded.EndsWith("ой", StringComparison.Ordinal) ? 2
            : "аяеёиійоуыьюяїaeiouyij".Contains(folded[^1]) ? 1
            : 0;
        return cut > 0 && folded.Length - cut >= Suffixes.ShortestStem ? folded[..^cut] : null;
    }
}
