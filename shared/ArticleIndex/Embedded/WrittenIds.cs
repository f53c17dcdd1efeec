using Lucene.Net.Index;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>
/// Says of an id that it was never written, or that it may have been: a Bloom filter of 16 bits an article, to which another, twice
/// as large, is added when it is full. Wrongly "may have been" for about one id in a thousand. Safe for many threads.
/// </summary>
internal sealed class WrittenIds
{
    private const int BitsPerId = 16;
    private const int Probes = 5;
    private const int FirstCapacity = 1 << 17;

    private readonly System.Threading.Lock _gate = new();
    private readonly List<ulong[]> _filters = [];
    private int _capacity = FirstCapacity / 2;
    private int _room;

    /// <summary>Those of an index.</summary>
    public static WrittenIds Of(IndexReader reader)
    {
        var ids = new WrittenIds();
        foreach (var id in LuceneTerms.AllIds(reader))
        {
            ids.Add(id);
        }

        return ids;
    }

    /// <summary>Notes an id. True when it was certainly not written before.</summary>
    public bool Add(string id)
    {
        var hash = Hash(id);
        lock (_gate)
        {
            if (_filters.Exists(f => Holds(f, hash)))
            {
                return false;
            }

            if (_room == 0)
            {
                _capacity *= 2;
                _room = _capacity;
                _filters.Add(new ulong[_capacity * (long)BitsPerId / 64]);
            }

            _room--;
            foreach (var bit in Bits(_filters[^1], hash))
            {
                _filters[^1][bit >> 6] |= 1UL << (int)(bit & 63);
            }

            return true;
        }
    }

    private static bool Holds(ulong[] filter, ulong hash) => Array.TrueForAll(Bits(filter, hash), bit => (filter[bit >> 6] & (1UL << (int)(bit & 63))) != 0);

    // Two halves of one hash make as many as are needed (Kirsch and Mitzenmacher).
    private static long[] Bits(ulong[] filter, ulong hash)
    {
        var bits = new long[Probes];
        for (var i = 0; i < Probes; i++)
        {
            bits[i] = (long)(((hash & uint.MaxValue) + (ulong)i * (hash >> 32)) % ((ulong)filter.LongLength * 64));
        }

        return bits;
    }

    // FNV-1a, and a last mix so that both halves depend on every letter.
    private static ulong Hash(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in id)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;

        return hash ^ (hash >> 29);
    }
}
