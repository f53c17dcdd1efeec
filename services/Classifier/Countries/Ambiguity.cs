using Monitoring.Classifier.Text;

namespace Monitoring.Classifier.Countries;

/// <summary>Decides by the words around a name whether Georgia is the country, Jordan a person and turkey a roast.</summary>
internal sealed class Ambiguity
{
    private readonly Dictionary<string, Rule> _rules = Table.Read("ambiguous.tsv").ToDictionary(row => row["name"], row => new Rule(
        row["code"],
        Words(row["against_before"]),
        Words(row["against_after"]),
        Words(row["against_near"]),
        Words(row["for_near"]),
        row["otherwise"] == "keep",
        row["instead"]));

    /// <summary>The code that a reading stands for here: its own, another country's, or null when it is no country at all.</summary>
    public string? Resolve(FoldedText text, NameHit hit)
    {
        var name = text.Text[hit.Start..hit.End];
        if (!_rules.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var rule) || rule.Code != hit.Entry.Code)
        {
            return hit.Entry.Code;
        }

        var instead = rule.Instead.Length > 0 ? rule.Instead : null;
        if (rule.AgainstBefore.Any(word => EndsWith(text, hit.Start, word)) || rule.AgainstAfter.Any(word => StartsWith(text, hit.End, word)))
        {
            return instead;
        }

        var against = rule.AgainstNear.Count(word => Contains(text.Text, word));
        var support = rule.ForNear.Count(word => Contains(text.Text, word));
        if (against > support)
        {
            return instead;
        }

        return support > 0 || rule.Keep ? hit.Entry.Code : instead;
    }

    private static bool EndsWith(FoldedText text, int end, string word)
    {
        // "word name", perhaps with a sign in between.
        while (end > 0 && !text.IsWord(end - 1) && text[end - 1] != '\n' && text[end - 1] != '.')
        {
            end--;
        }

        var start = end - word.Length;
        return start >= 0 && text.Text[start..end].SequenceEqual(word) && !text.IsWord(start - 1);
    }

    private static bool StartsWith(FoldedText text, int start, string word)
    {
        while (start < text.Length && text[start] is ' ' or ',' or '\'')
        {
            start++;
        }

        return start + word.Length <= text.Length && text.Text[start..(start + word.Length)].SequenceEqual(word) && !text.IsWord(start + word.Length);
    }

    private static bool Contains(ReadOnlySpan<char> text, string word)
    {
        for (var from = 0; text[from..].IndexOf(word, StringComparison.Ordinal) is var found and >= 0;)
        {
            var start = from + found;
            var end = start + word.Length;
            if ((start == 0 || !Scripts.IsWord(text[start - 1])) && (end >= text.Length || !Scripts.IsWord(text[end])))
            {
                return true;
            }

            from = end;
        }

        return false;
    }

    private static string[] Words(string cell) => [.. Table.Alternatives(cell).Select(Folding.FoldName)];

    private sealed record Rule(string Code, string[] AgainstBefore, string[] AgainstAfter, string[] AgainstNear, string[] ForNear, bool Keep, string Instead);
}
