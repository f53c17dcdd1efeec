using Monitoring.Classifier.Countries;
using Monitoring.Classifier.Text;

namespace Monitoring.Classifier.Themes;

/// <summary>One concept found in a text.</summary>
/// <param name="Concept">Number of the concept.</param>
/// <param name="Start">Folded start.</param>
/// <param name="End">Folded end.</param>
internal readonly record struct ConceptHit(int Concept, int Start, int End);

/// <summary>
/// Ideas that many languages have words for, such as data centre or export control: what is learnt about them in one language
/// holds in all.
/// </summary>
internal sealed class Concepts
{
    private static readonly string[] s_technical =
        ["ai", "genai", "llm", "chatbot", "supercomputer", "compute", "gpu", "datacentre", "aifactory", "chip", "deepseek"];

    private readonly AhoCorasick _matcher;
    private readonly Term[][] _terms;

    public Concepts()
    {
        var terms = new Dictionary<string, List<Term>>(StringComparer.Ordinal);
        foreach (var row in Table.Read("concepts.tsv"))
        {
            Names.Add(row["concept"]);
            foreach (var term in Table.Alternatives(row["terms"]))
            {
                Add(terms, term, Names.Count - 1);
            }
        }

        _terms = [.. terms.Values.Select(list => list.ToArray())];
        _matcher = new AhoCorasick([.. terms.Keys]);
        Ai = Names.IndexOf("ai");
        Technical = s_technical.Select(name => Names.IndexOf(name)).ToHashSet();
    }

    /// <summary>Names in order of number.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The concept of artificial intelligence itself.</summary>
    public int Ai { get; }

    /// <summary>Concepts that show that a text is about AI or computing.</summary>
    public IReadOnlySet<int> Technical { get; }

    public IReadOnlyList<ConceptHit> Find(FoldedText text, string language)
    {
        var matches = new List<PatternMatch>();
        _matcher.Find(text.Text, matches);
        var hits = new List<ConceptHit>(matches.Count);
        foreach (var match in matches)
        {
            foreach (var term in _terms[match.Pattern])
            {
                if (IsTerm(term, text, match, language))
                {
                    hits.Add(new ConceptHit(term.Concept, match.Start, match.End));
                }
            }
        }

        return hits;
    }

    private static void Add(Dictionary<string, List<Term>> terms, string term, int concept)
    {
        var isPrefix = term.EndsWith('*');
        var spelling = term.TrimEnd('*');

        // "AI" and "IA" are words of other languages when written small.
        var isCapital = spelling.Length <= 5 && spelling.Any(char.IsAsciiLetterUpper) && !spelling.Any(char.IsAsciiLetterLower);
        // A star inside a phrase stands for any ending of that word: the matcher looks for the part before it.
        var cut = spelling.IndexOf("* ", StringComparison.Ordinal);
        var pattern = Folding.FoldName(cut < 0 ? spelling : spelling[..cut]);
        var rest = cut < 0 ? "" : Folding.FoldName(spelling[(cut + 2)..].Replace("*", "", StringComparison.Ordinal));
        if (pattern.Length == 0)
        {
            return;
        }

        if (!terms.TryGetValue(pattern, out var list))
        {
            terms.Add(pattern, list = []);
        }

        list.Add(new Term(concept, isPrefix, isCapital, rest));
    }

    private static bool IsTerm(Term term, FoldedText text, PatternMatch match, string language)
    {
        if (term.IsCapital && !char.IsUpper(text.OriginalAt(match.Start)))
        {
            return false;
        }

        if (term.Rest.Length > 0)
        {
            return Boundaries.StartsWord(text, match.Start) && Continues(text, match.End, term.Rest);
        }

        return term.IsPrefix
            ? Boundaries.StartsWord(text, match.Start)
            : Boundaries.IsWhole(text, match.Start, match.End, language);
    }

    private static bool Continues(FoldedText text, int end, string rest)
    {
        while (text.IsWord(end))
        {
            end++;
        }

        return end + 1 + rest.Length <= text.Length && text[end] == ' ' && text.Text.Slice(end + 1, rest.Length).SequenceEqual(rest);
    }

    private readonly record struct Term(int Concept, bool IsPrefix, bool IsCapital, string Rest);
}
