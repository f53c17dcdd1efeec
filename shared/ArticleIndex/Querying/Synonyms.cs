using Monitoring.ArticleIndex.Analysis;

namespace Monitoring.ArticleIndex.Querying;

/// <summary>Finds groups of words that mean the same by one of them.</summary>
internal sealed class Synonyms
{
    private readonly Dictionary<string, IReadOnlyList<string>> _groups = new(StringComparer.Ordinal);

    public Synonyms(QueryVocabulary vocabulary)
    {
        foreach (var group in vocabulary.Synonyms)
        {
            foreach (var key in group.Select(Key))
            {
                _groups.TryAdd(key, group);
                LongestWords = Math.Max(LongestWords, key.Count(c => c == ' ') + 1);
            }
        }
    }

    /// <summary>Words in the longest synonym; 0 when there are none.</summary>
    public int LongestWords { get; }

    /// <summary>The others of the group that <paramref name="words"/> belongs to.</summary>
    public IEnumerable<string> Of(string words)
    {
        var key = Key(words);

        return _groups.TryGetValue(key, out var group) ? group.Where(other => Key(other) != key) : [];
    }

    private static string Key(string words) => string.Join(' ', WordScanner.Scan(words).Select(t => t.Term));
}
