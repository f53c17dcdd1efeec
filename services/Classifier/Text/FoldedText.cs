namespace Monitoring.Classifier.Text;

/// <summary>A folded text that remembers where each letter came from.</summary>
internal sealed class FoldedText(string original, char[] folded, int[] origin, int length)
{
    public string Original => original;

    public ReadOnlySpan<char> Text => folded.AsSpan(0, length);

    public int Length => length;

    public char this[int index] => folded[index];

    /// <summary>The letter as the author wrote it.</summary>
    public char OriginalAt(int index) => original[origin[index]];

    /// <summary>The span of the original that a folded span came from.</summary>
    public (int Start, int Length) ToOriginal(int start, int end)
    {
        var first = origin[start];
        var last = origin[end - 1] + 1;
        while (last < original.Length && Folding.IsDropped(original[last]))
        {
            last++;
        }

        return (first, last - first);
    }

    /// <summary>The first folded letter that came from this place of the original or a later one.</summary>
    public int IndexOfOrigin(int place)
    {
        var found = Array.BinarySearch(origin, 0, length, place);
        return found < 0 ? ~found : found;
    }

    /// <summary>A letter or digit, mark of an Indic script included.</summary>
    public bool IsWord(int index) => index >= 0 && index < length && Scripts.IsWord(folded[index]);
}
