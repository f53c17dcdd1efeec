namespace Monitoring.Classifier.Training;

/// <summary>Cross-validation that holds out one author's batch at a time, so that nobody's habits are both learnt and tested.</summary>
internal static class Folds
{
    /// <summary>Answers each example by a model that saw no example of its batch.</summary>
    /// <param name="batches">Batch of each example.</param>
    /// <param name="answer">Given the training and the held-out indexes, answers the held-out ones in order.</param>
    public static float[] Answer(IReadOnlyList<string> batches, Func<int[], int[], float[]> answer)
    {
        var answers = new float[batches.Count];
        var names = batches.Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var name in names)
        {
            var held = Indexes(batches, batch => batch == name);
            var rest = names.Count == 1 ? held : Indexes(batches, batch => batch != name);
            var fold = answer(rest, held);
            for (var index = 0; index < held.Length; index++)
            {
                answers[held[index]] = fold[index];
            }
        }

        return answers;
    }

    private static int[] Indexes(IReadOnlyList<string> batches, Func<string, bool> isWanted) =>
        [.. Enumerable.Range(0, batches.Count).Where(index => isWanted(batches[index]))];
}
