namespace Monitoring.Classifier.Training;

/// <summary>What cross-validation over authors says about one class: no item was judged by a model that had seen its author.</summary>
/// <param name="Name">For instance <c>article compute</c>, <c>countries</c> or <c>role target</c>.</param>
/// <param name="Right">Right answers.</param>
/// <param name="Said">Answers given.</param>
/// <param name="Meant">Answers that were right to give.</param>
internal sealed record Measure(string Name, int Right, int Said, int Meant)
{
    public double Precision => Right / Math.Max(1.0, Said);

    public double Recall => Right / Math.Max(1.0, Meant);

    public double F1 => 2.0 * Right / Math.Max(1, Said + Meant);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Name);
        writer.Write(Right);
        writer.Write(Said);
        writer.Write(Meant);
    }

    public static Measure Read(BinaryReader reader) => new(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
}

/// <summary>Collects measures while a model is trained, and shows them.</summary>
internal sealed class TrainingLog(TextWriter writer)
{
    private readonly List<Measure> _measures = [];

    public IReadOnlyList<Measure> Measures => _measures;

    /// <param name="measure">What was measured.</param>
    /// <param name="examples">Over how many examples.</param>
    /// <param name="note">Whatever else a reader of the log should know.</param>
    public void Add(Measure measure, int examples, string note)
    {
        _measures.Add(measure);
        writer.WriteLine(FormattableString.Invariant(
            $"{measure.Name,-26} examples {examples}, positive {measure.Meant}, held-out precision {measure.Precision:F3}, recall {measure.Recall:F3}, F1 {measure.F1:F3}, {note}"));
    }
}
