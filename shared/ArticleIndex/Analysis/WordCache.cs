namespace Monitoring.ArticleIndex.Analysis;

/// <summary>
/// Remembers what was made of a word. A place per hash that the last word takes: bounded, without locks, and a frequent word, which
/// comes back soon, is nearly always found. Safe for many threads.
/// </summary>
/// <param name="make">Makes what is remembered.</param>
/// <param name="places">How many words at most; a power of two.</param>
internal sealed class WordCache(Func<string, string> make, int places)
{
    private readonly Entry?[] _entries = new Entry?[places];

    /// <summary>The word as a string, and what was made of it.</summary>
    public (string Word, string Made) Of(ReadOnlySpan<char> word)
    {
        ref var place = ref _entries[string.GetHashCode(word) & (places - 1)];
        var known = Volatile.Read(ref place);
        if (known is null || !word.SequenceEqual(known.Word))
        {
            var text = word.ToString();
            known = new(text, make(text));
            Volatile.Write(ref place, known);
        }

        return (known.Word, known.Made);
    }

    private sealed record Entry(string Word, string Made);
}
