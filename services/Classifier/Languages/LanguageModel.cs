namespace Monitoring.Classifier.Languages;

/// <summary>How likely each gram is in each language that shares its script, in steps of 1/16 nat.</summary>
internal sealed class LanguageModel
{
    public const float Steps = 16;

    private readonly Dictionary<uint, int> _rows;
    private readonly byte[] _costs;

    /// <param name="languages">ISO 639-1 codes; a column each.</param>
    /// <param name="scripts">Script of each language, as <see cref="LanguageScripts"/> names it.</param>
    /// <param name="keys">Grams.</param>
    /// <param name="costs">One row per gram: minus the log of its probability, in steps.</param>
    public LanguageModel(string[] languages, string[] scripts, uint[] keys, byte[] costs)
    {
        (Languages, ScriptOf, _costs) = (languages, scripts, costs);
        _rows = new(keys.Length);
        for (var row = 0; row < keys.Length; row++)
        {
            _rows[keys[row]] = row * languages.Length;
        }
    }

    public string[] Languages { get; }

    public string[] ScriptOf { get; }

    /// <summary>Adds the costs of a gram to one sum per language; false for a gram that no language knows.</summary>
    public bool Add(uint key, Span<int> sums)
    {
        if (!_rows.TryGetValue(key, out var start))
        {
            return false;
        }

        var costs = _costs.AsSpan(start, Languages.Length);
        for (var language = 0; language < costs.Length; language++)
        {
            sums[language] += costs[language];
        }

        return true;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Languages.Length);
        for (var index = 0; index < Languages.Length; index++)
        {
            writer.Write(Languages[index]);
            writer.Write(ScriptOf[index]);
        }

        writer.Write(_rows.Count);
        foreach (var key in _rows.OrderBy(pair => pair.Value).Select(pair => pair.Key))
        {
            writer.Write(key);
        }

        writer.Write(_costs);
    }

    public static LanguageModel Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var (languages, scripts) = (new string[count], new string[count]);
        for (var index = 0; index < count; index++)
        {
            (languages[index], scripts[index]) = (reader.ReadString(), reader.ReadString());
        }

        var keys = new uint[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(keys.AsSpan()));
        return new(languages, scripts, keys, reader.ReadBytes(keys.Length * count));
    }
}
