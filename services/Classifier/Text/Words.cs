namespace Monitoring.Classifier.Text;

/// <summary>The word before or behind a place in a text; "." where a sentence begins or ends there, "," for any other sign.</summary>
internal static class Words
{
    public static (string Word, int Start) Before(FoldedText text, int position)
    {
        var index = position - 1;
        var sign = "";
        while (index >= 0 && !text.IsWord(index))
        {
            sign = Sign(text[index], sign);
            index--;
        }

        if (sign.Length > 0 || index < 0)
        {
            return (index < 0 ? "." : sign, index + 1);
        }

        if (Scripts.IsUnspaced(text[index]))
        {
            return (text.Text.Slice(Math.Max(0, index - 1), index - Math.Max(0, index - 1) + 1).ToString(), Math.Max(0, index - 1));
        }

        var start = index;
        while (text.IsWord(start - 1) && !Scripts.IsUnspaced(text[start - 1]))
        {
            start--;
        }

        return (text.Text[start..(index + 1)].ToString(), start);
    }

    public static (string Word, int End) After(FoldedText text, int position)
    {
        var index = position;
        var sign = "";
        while (index < text.Length && !text.IsWord(index))
        {
            sign = Sign(text[index], sign);
            index++;
        }

        if (sign.Length > 0 || index >= text.Length)
        {
            return (index >= text.Length ? "." : sign, index);
        }

        if (Scripts.IsUnspaced(text[index]))
        {
            var stop = Math.Min(text.Length, index + 2);
            return (text.Text[index..stop].ToString(), stop);
        }

        var end = index + 1;
        while (text.IsWord(end) && !Scripts.IsUnspaced(text[end]))
        {
            end++;
        }

        return (text.Text[index..end].ToString(), end);
    }

    private static string Sign(char letter, string sofar) =>
        Scripts.EndsSentence(letter) ? "." : letter is ' ' or '\'' ? sofar : sofar == "." ? sofar : ",";
}
