using System.Globalization;

namespace Monitoring.Classifier.Evaluation;

/// <summary>Right, wrong and missing answers to one kind of question, with what follows from them.</summary>
internal sealed class Tally
{
    private readonly List<(int Right, int Wrong, int Missing)> _items = [];

    public int Right => _items.Sum(item => item.Right);

    public int Wrong => _items.Sum(item => item.Wrong);

    public int Missing => _items.Sum(item => item.Missing);

    public double Precision => Share(Right, Right + Wrong);

    public double Recall => Share(Right, Right + Missing);

    public double F1 => Score(_items);

    /// <summary>Adds one item's answers.</summary>
    public void Add(IReadOnlyCollection<string> expected, IReadOnlyCollection<string> actual)
    {
        var right = expected.Intersect(actual).Count();
        _items.Add((right, actual.Count - right, expected.Count - right));
    }

    /// <summary>Precision, recall and F1, with a 95 % interval of F1 from 1,000 resamplings of the items.</summary>
    public override string ToString()
    {
        var (low, high) = Interval();
        return string.Create(CultureInfo.InvariantCulture, $"P {Precision:F3}  R {Recall:F3}  F1 {F1:F3} [{low:F3}, {high:F3}]  right {Right} wrong {Wrong} missing {Missing}");
    }

    /// <summary>95 % interval of F1.</summary>
    public (double Low, double High) Interval()
    {
        if (_items.Count == 0)
        {
            return (0, 0);
        }

        // The same numbers in every run.
        var chance = new Random(1);
        var scores = Enumerable.Range(0, 1000)
            .Select(_ => Score([.. Enumerable.Range(0, _items.Count).Select(_ => _items[chance.Next(_items.Count)])]))
            .Order()
            .ToList();
        return (scores[25], scores[974]);
    }

    private static double Score(List<(int Right, int Wrong, int Missing)> items) =>
        items.Sum(item => item.Right) is var right && right == 0 ? 0 : 2.0 * right / ((2.0 * right) + items.Sum(item => item.Wrong + item.Missing));

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
