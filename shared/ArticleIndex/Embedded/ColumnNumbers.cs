using System.Collections.Concurrent;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Numbers for stories and values of facets that mean the same in every segment, so that counting is adding to an array.</summary>
internal sealed class ColumnNumbers
{
    private readonly ConcurrentDictionary<(SearchFacet, string), int> _values = [];
    private readonly ConcurrentDictionary<SearchFacet, List<string>> _texts = [];
    private readonly Dictionary<long, int> _stories = [];

    public int StoryCount
    {
        get
        {
            lock (_stories)
            {
                return _stories.Count;
            }
        }
    }

    public int Story(long hash)
    {
        lock (_stories)
        {
            if (!_stories.TryGetValue(hash, out var number))
            {
                number = _stories.Count;
                _stories[hash] = number;
            }

            return number;
        }
    }

    public int Value(SearchFacet facet, string text) => _values.GetOrAdd((facet, text), _ =>
    {
        var texts = _texts.GetOrAdd(facet, _ => []);
        lock (texts)
        {
            // Two threads may ask at once: one of the two numbers is never used then.
            texts.Add(text);
            return texts.Count - 1;
        }
    });

    public int ValueCount(SearchFacet facet)
    {
        var texts = _texts.GetOrAdd(facet, _ => []);
        lock (texts)
        {
            return texts.Count;
        }
    }

    public string Text(SearchFacet facet, int number)
    {
        var texts = _texts[facet];
        lock (texts)
        {
            return texts[number];
        }
    }
}
