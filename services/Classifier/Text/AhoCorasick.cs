namespace Monitoring.Classifier.Text;

/// <summary>
/// Finds every occurrence of many patterns in one pass. Edges lie in one open-addressed table, so that 60,000 names take some
/// 15 MB and are ready within half a second.
/// </summary>
internal sealed class AhoCorasick
{
    private const int Root = 0;
    private const ulong Empty = ulong.MaxValue;

    private readonly int[] _rootEdges = new int[char.MaxValue + 1];
    private readonly ulong[] _edgeKeys;
    private readonly int[] _edgeTargets;
    private readonly int[] _fail;
    private readonly int[] _pattern;
    private readonly int[] _nextOutput;
    private readonly int[] _lengths;

    /// <param name="patterns">Distinct, not empty; a match names a pattern by its index here.</param>
    public AhoCorasick(IReadOnlyList<string> patterns)
    {
        var trie = new Trie(patterns);
        _lengths = [.. patterns.Select(pattern => pattern.Length)];
        _pattern = [.. trie.Pattern];
        _fail = new int[trie.Count];
        _nextOutput = new int[trie.Count];
        var capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(trie.Count * 2));
        _edgeKeys = new ulong[capacity];
        _edgeTargets = new int[capacity];
        Array.Fill(_edgeKeys, Empty);
        for (var state = 1; state < trie.Count; state++)
        {
            AddEdge(trie.Parent[state], trie.Letter[state], state);
        }

        Link(trie);
    }

    /// <summary>Calls back with pattern index, start and end of every occurrence, in order of ends; longest first for equal ends.</summary>
    public void Find(ReadOnlySpan<char> text, List<PatternMatch> matches)
    {
        var state = Root;
        for (var index = 0; index < text.Length; index++)
        {
            state = Step(state, text[index]);
            for (var output = _pattern[state] >= 0 ? state : _nextOutput[state]; output != Root; output = _nextOutput[output])
            {
                var pattern = _pattern[output];
                matches.Add(new PatternMatch(pattern, index + 1 - _lengths[pattern], index + 1));
            }
        }
    }

    private int Step(int state, char letter)
    {
        while (state != Root)
        {
            if (Edge(state, letter) is var next && next != Root)
            {
                return next;
            }

            state = _fail[state];
        }

        return _rootEdges[letter];
    }

    private void Link(Trie trie)
    {
        // A state's failure state is shallower, so states must be visited by depth.
        foreach (var state in Enumerable.Range(1, trie.Count - 1).OrderBy(state => trie.Depth[state]))
        {
            var parent = trie.Parent[state];
            _fail[state] = parent == Root ? Root : Step(_fail[parent], trie.Letter[state]);
            var fail = _fail[state];
            _nextOutput[state] = _pattern[fail] >= 0 ? fail : _nextOutput[fail];
        }
    }

    private void AddEdge(int state, char letter, int target)
    {
        if (state == Root)
        {
            _rootEdges[letter] = target;
            return;
        }

        var key = ((ulong)state << 16) | letter;
        var slot = Slot(key);
        while (_edgeKeys[slot] != Empty)
        {
            slot = (slot + 1) & (_edgeKeys.Length - 1);
        }

        _edgeKeys[slot] = key;
        _edgeTargets[slot] = target;
    }

    private int Edge(int state, char letter)
    {
        var key = ((ulong)state << 16) | letter;
        for (var slot = Slot(key); _edgeKeys[slot] != Empty; slot = (slot + 1) & (_edgeKeys.Length - 1))
        {
            if (_edgeKeys[slot] == key)
            {
                return _edgeTargets[slot];
            }
        }

        return Root;
    }

    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 32) & (_edgeKeys.Length - 1);

    /// <summary>The patterns as a tree; used while building only.</summary>
    private sealed class Trie
    {
        private readonly Dictionary<ulong, int> _edges = [];

        public Trie(IReadOnlyList<string> patterns)
        {
            Add(Root, '\0', 0);
            for (var index = 0; index < patterns.Count; index++)
            {
                Insert(patterns[index], index);
            }
        }

        public List<int> Parent { get; } = [];

        public List<char> Letter { get; } = [];

        public List<int> Depth { get; } = [];

        public List<int> Pattern { get; } = [];

        public int Count => Parent.Count;

        private void Insert(string pattern, int index)
        {
            var state = Root;
            foreach (var letter in pattern)
            {
                var key = ((ulong)state << 16) | letter;
                if (!_edges.TryGetValue(key, out var next))
                {
                    next = Count;
                    _edges.Add(key, next);
                    Add(state, letter, Depth[state] + 1);
                }

                state = next;
            }

            Pattern[state] = index;
        }

        private void Add(int parent, char letter, int depth)
        {
            Parent.Add(parent);
            Letter.Add(letter);
            Depth.Add(depth);
            Pattern.Add(-1);
        }
    }
}

/// <summary>One occurrence of a pattern.</summary>
/// <param name="Pattern">Index of the pattern.</param>
/// <param name="Start">First letter.</param>
/// <param name="End">Behind the last letter.</param>
internal readonly record struct PatternMatch(int Pattern, int Start, int End);
