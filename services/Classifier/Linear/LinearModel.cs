namespace Monitoring.Classifier.Linear;

/// <summary>Weights of several yes-or-no questions over the same features, read from the trained ML.NET models.</summary>
internal sealed class LinearModel
{
    private readonly uint[] _slots;
    private readonly int[] _rows;
    private readonly uint[] _keys;
    private readonly Half[] _weights;
    private readonly float[] _bias;

    /// <param name="keys">Hashed feature names, distinct, ascending.</param>
    /// <param name="weights">One row of <paramref name="bias"/>.Length weights per key.</param>
    /// <param name="bias">One value per question.</param>
    public LinearModel(uint[] keys, Half[] weights, float[] bias)
    {
        (_keys, _weights, _bias) = (keys, weights, bias);
        var capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2));
        _slots = new uint[capacity];
        _rows = new int[capacity];
        Array.Fill(_rows, -1);
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = (int)keys[row] & (capacity - 1);
            while (_rows[slot] >= 0)
            {
                slot = (slot + 1) & (capacity - 1);
            }

            (_slots[slot], _rows[slot]) = (keys[row], row);
        }
    }

    public int Questions => _bias.Length;

    /// <summary>Adds bias and weighted features to one logit per question.</summary>
    public void Score(IReadOnlyList<Feature> features, Span<float> logits)
    {
        _bias.CopyTo(logits);
        for (var index = 0; index < features.Count; index++)
        {
            var feature = features[index];
            var row = RowOf(feature.Key);
            if (row < 0)
            {
                continue;
            }

            var weights = _weights.AsSpan(row * _bias.Length, _bias.Length);
            for (var question = 0; question < weights.Length; question++)
            {
                logits[question] += feature.Value * (float)weights[question];
            }
        }
    }

    /// <summary>What one feature adds to the logit of one question.</summary>
    public float Contribution(Feature feature, int question) =>
        RowOf(feature.Key) is var row && row >= 0 ? feature.Value * (float)_weights[(row * _bias.Length) + question] : 0;

    public void Write(BinaryWriter writer)
    {
        writer.Write(_keys.Length);
        writer.Write(_bias.Length);
        foreach (var value in _bias)
        {
            writer.Write(value);
        }

        foreach (var key in _keys)
        {
            writer.Write(key);
        }

        foreach (var weight in _weights)
        {
            writer.Write(weight);
        }
    }

    public static LinearModel Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var bias = new float[reader.ReadInt32()];
        for (var index = 0; index < bias.Length; index++)
        {
            bias[index] = reader.ReadSingle();
        }

        var keys = new uint[count];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(keys.AsSpan()));
        var weights = new Half[count * bias.Length];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new LinearModel(keys, weights, bias);
    }

    private int RowOf(uint key)
    {
        for (var slot = (int)key & (_slots.Length - 1); _rows[slot] >= 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_slots[slot] == key)
            {
                return _rows[slot];
            }
        }

        return -1;
    }
}
