using Monitoring.Classifier.Linear;
using Monitoring.Classifier.Training;

namespace Monitoring.Classifier.Tagging;

/// <summary>Everything that training found, as it lies in Model/model.bin.</summary>
/// <param name="Version">Hash of training data, code and taxonomy, 12 hex digits.</param>
/// <param name="Text">Relevance, then one question per theme.</param>
/// <param name="TextCalibrations">One per question of <paramref name="Text"/> for articles, then as many for bare headlines.</param>
/// <param name="Country">Whether a candidate is a tag, then one question per role from subject to place.</param>
/// <param name="CountryCalibration">For the first question of <paramref name="Country"/>.</param>
/// <param name="Measures">What cross-validation said when the model was made.</param>
internal sealed record ModelFile(
    string Version, LinearModel Text, IReadOnlyList<Calibration> TextCalibrations, LinearModel Country, Calibration CountryCalibration, IReadOnlyList<Measure> Measures)
{
    private const int Format = 3;

    /// <summary>How to read a logit of <see cref="Text"/>.</summary>
    public Calibration TextCalibration(int question, bool isHeadline) => TextCalibrations[question + (isHeadline ? Text.Questions : 0)];

    public static ModelFile Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        return reader.ReadInt32() == Format
            ? new(
                reader.ReadString(),
                LinearModel.Read(reader),
                [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => Calibration.Read(reader))],
                LinearModel.Read(reader),
                Calibration.Read(reader),
                [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => Measure.Read(reader))])
            : throw new InvalidDataException("model.bin has another format: train it again.");
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Format);
        writer.Write(Version);
        Text.Write(writer);
        writer.Write(TextCalibrations.Count);
        foreach (var calibration in TextCalibrations)
        {
            calibration.Write(writer);
        }

        Country.Write(writer);
        CountryCalibration.Write(writer);
        writer.Write(Measures.Count);
        foreach (var measure in Measures)
        {
            measure.Write(writer);
        }
    }
}
