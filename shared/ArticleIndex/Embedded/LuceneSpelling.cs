using Lucene.Net.Index;
using Lucene.Net.Util.Automaton;
using Monitoring.ArticleIndex.Analysis;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Finds the words that articles use near those that none uses.</summary>
internal static class LuceneSpelling
{
    private static readonly (string Words, string Stems)[] s_fields = [(LuceneFields.Title, LuceneFields.TitleStems), (LuceneFields.Text, LuceneFields.TextStems)];

    public static IReadOnlyDictionary<string, string> Corrections(IndexReader reader, IEnumerable<Token> words)
    {
        var corrections = new Dictionary<string, string>();
        foreach (var word in words.Where(w => !IsKnown(reader, w)))
        {
            if ((Nearest(reader, word.Term, 1) ?? Nearest(reader, word.Term, 2)) is { } near)
            {
                corrections[word.Term] = near;
            }
        }

        return corrections;
    }

    private static bool IsKnown(IndexReader reader, Token word) => Array.Exists(s_fields, f =>
        reader.DocFreq(new Term(f.Words, word.Term)) > 0
        || AnalysedText.StemsInAllLanguages(word).Any(stem => reader.DocFreq(new Term(f.Stems, stem)) > 0));

    // Of equally near words the most frequent is the likeliest. The first letter is right in nearly all misspellings.
    private static string? Nearest(IndexReader reader, string term, int edits)
    {
        var rest = new LevenshteinAutomata(term[1..], true).ToAutomaton(edits);
        var automaton = new CompiledAutomaton(BasicOperations.Concatenate(BasicAutomata.MakeString(term[..1]), rest));
        var counts = new Dictionary<string, int>();
        foreach (var (field, _) in s_fields)
        {
            var terms = MultiFields.GetTerms(reader, field) is { } all ? automaton.GetTermsEnum(all) : null;
            while (terms?.MoveNext() == true)
            {
                var found = terms.Term.Utf8ToString();
                counts[found] = counts.GetValueOrDefault(found) + terms.DocFreq;
            }
        }

        return counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key).FirstOrDefault();
    }
}
