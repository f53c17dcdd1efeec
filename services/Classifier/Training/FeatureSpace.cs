using Monitoring.Classifier.Linear;

namespace Monitoring.Classifier.Training;

/// <summary>The features worth a weight: those that at least two examples share.</summary>
internal sealed class FeatureSpace
{
    private readonly Dictionary<uint, int> _columns;

    public FeatureSpace(IEnumerable<IReadOnlyList<Feature>> examples, int leastExamples)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var example in examples)
        {
            foreach (var key in example.Select(feature => feature.Key).Distinct())
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        Keys = [.. counts.Where(pair => pair.Value >= leastExamples).Select(pair => pair.Key).Order()];
        _columns = Keys.Select((key, index) => (key, index)).ToDictionary(pair => pair.key, pair => pair.index);
    }

    /// <summary>Kept keys, ascending; a column's number is its key's index.</summary>
    public uint[] Keys { get; }

    public SparseRow Row(IReadOnlyList<Feature> features)
    {
        var sums = new SortedDictionary<int, float>();
        foreach (var feature in features)
        {
            if (_columns.TryGetValue(feature.Key, out var column))
            {
                sums[column] = sums.GetValueOrDefault(column) + feature.Value;
            }
        }

        return new([.. sums.Keys], [.. sums.Values]);
    }

    /// <summary>Packs columns of weights, one array per question, into a model; features whose weights all vanish are left out.</summary>
    public LinearModel Pack(IReadOnlyList<float[]> weights, float[] bias)
    {
        var kept = Enumerable.Range(0, Keys.Length).Where(column => weights.Any(each => (Half)each[column] != (Half)0)).ToList();
        var packed = new Half[kept.Count * weights.Count];
        for (var row = 0; row < kept.Count; row++)
        {
            for (var question = 0; question < weights.Count; question++)
            {
                packed[(row * weights.Count) + question] = (Half)weights[question][kept[row]];
            }
        }

        return new([.. kept.Select(column => Keys[column])], packed, bias);
    }
}
