using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Monitoring.Classifier.Training;

/// <summary>Logistic regression of ML.NET over sparse rows. One thread and no random start: the same rows give the same weights.</summary>
internal sealed class SparseTrainer(int dimensions)
{
    private readonly MLContext _ml = new(seed: 1);

    /// <summary>One yes-or-no question.</summary>
    public (float[] Weights, float Bias) TrainBinary(IReadOnlyList<SparseRow> rows, Func<int, bool> label, Func<int, float> weight, float l2)
    {
        var examples = rows.Select((row, index) => new BinaryExample { Features = row.ToBuffer(dimensions), Label = label(index), Weight = weight(index) });
        var trainer = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = l2,
            NumberOfThreads = 1,
            HistorySize = 8,
            MaximumNumberOfIterations = 60,
            OptimizationTolerance = 1e-5f,
            ExampleWeightColumnName = nameof(BinaryExample.Weight),
        });
        var model = (CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>)trainer.Fit(View(examples)).Model;
        return ([.. model.SubModel.Weights], model.SubModel.Bias);
    }

    /// <summary>One of several classes; weights per class.</summary>
    public (float[][] Weights, float[] Bias) TrainClasses(IReadOnlyList<SparseRow> rows, Func<int, uint> label, int classes, float l2)
    {
        var examples = rows.Select((row, index) => new ClassExample { Features = row.ToBuffer(dimensions), Label = label(index) });
        var trainer = _ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = l2,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = 60,
        });
        var schema = SchemaDefinition.Create(typeof(ClassExample));
        schema[nameof(ClassExample.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        schema[nameof(ClassExample.Label)].ColumnType = new KeyDataViewType(typeof(uint), classes);
        var model = trainer.Fit(_ml.Data.LoadFromEnumerable(examples.ToList(), schema)).Model;
        var weights = default(VBuffer<float>[]);
        model.GetWeights(ref weights, out var count);
        return ([.. Enumerable.Range(0, count).Select(index => weights![index].DenseValues().ToArray())], [.. model.GetBiases()]);
    }

    private IDataView View(IEnumerable<BinaryExample> examples)
    {
        var schema = SchemaDefinition.Create(typeof(BinaryExample));
        schema[nameof(BinaryExample.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        return _ml.Data.LoadFromEnumerable(examples.ToList(), schema);
    }

    private sealed class BinaryExample
    {
        public VBuffer<float> Features { get; set; }

        public bool Label { get; set; }

        public float Weight { get; set; }
    }

    private sealed class ClassExample
    {
        public VBuffer<float> Features { get; set; }

        public uint Label { get; set; }
    }
}

/// <summary>One example's features: column numbers, ascending, and values.</summary>
internal sealed record SparseRow(int[] Columns, float[] Values)
{
    public float Dot(float[] weights)
    {
        var sum = 0f;
        for (var index = 0; index < Columns.Length; index++)
        {
            sum += Values[index] * weights[Columns[index]];
        }

        return sum;
    }

    public SparseRow Scaled(float[] scale) => this with { Values = [.. Values.Select((value, index) => value * scale[Columns[index]])] };

    public VBuffer<float> ToBuffer(int dimensions) => new(dimensions, Columns.Length, Values, Columns);
}
