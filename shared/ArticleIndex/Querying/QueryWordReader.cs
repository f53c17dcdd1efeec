using System.Globalization;
using Monitoring.ArticleIndex.Analysis;

namespace Monitoring.ArticleIndex.Querying;

/// <summary>Reads words, phrases, patterns and fuzzy words.</summary>
internal sealed class QueryWordReader(QueryText input)
{
    private const int MaxSlop = 50;
    private const int MaxPatterns = 16;
    private int _patterns;

    public QueryNode ReadPhrase(TextScope scope)
    {
        var start = input.At;
        var inside = string.Join(' ', input.ReadQuoted().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var tilde = input.ReadTilde();
        if (WordScanner.Scan(inside).Count == 0)
        {
            input.Fail(start, input.At - start, "There are no words between these quotation marks.", "");
        }

        var slop = 0;
        if (tilde is not null && (!int.TryParse(tilde, NumberStyles.None, null, out slop) || slop > MaxSlop))
        {
            input.Fail(start, input.At - start, $"After a phrase, ~ takes a distance from 0 to {MaxSlop}.", $"\"{inside}\"~{MaxSlop}");
        }

        return new PhraseNode(inside, slop, scope);
    }

    public QueryNode Read(string word, int start, TextScope scope)
    {
        if (word.Contains('*', StringComparison.Ordinal))
        {
            return ReadPattern(word, start, scope);
        }

        var tilde = word.LastIndexOf('~');
        if (tilde >= 0)
        {
            return ReadFuzzy(word[..tilde], word[(tilde + 1)..], start, scope);
        }

        if (WordScanner.Scan(word).Count == 0)
        {
            input.Fail(start, word.Length, $"There is no letter or digit in “{word}” to look for.", "");
        }

        return new WordNode(word, scope);
    }

    private PatternNode ReadPattern(string word, int start, TextScope scope)
    {
        var plain = word.Replace("*", "", StringComparison.Ordinal);
        var tokens = WordScanner.Scan(plain);
        if (++_patterns > MaxPatterns)
        {
            input.Fail(start, word.Length, $"A query may have {MaxPatterns} words with *.", null);
        }
        else if (word[0] == '*')
        {
            input.Fail(start, word.Length, "A word cannot begin with *: it would look through every word there is.", tokens.Count == 0 ? "" : plain);
        }
        else if (plain.Contains('~', StringComparison.Ordinal))
        {
            input.Fail(start, word.Length, "A word takes * or ~, not both.", word.Replace("~", "", StringComparison.Ordinal));
        }
        else if (tokens is not [{ Kind: TokenKind.Word }] || tokens[0].Length != plain.Length)
        {
            // Unseparated scripts need no asterisk: a run of characters is found inside longer runs.
            input.Fail(start, word.Length, "An asterisk goes into one word of letters and digits.", tokens.Count == 0 ? "" : plain.Trim('-', '+'));
        }
        else if (word.IndexOf('*', StringComparison.Ordinal) < 2)
        {
            input.Fail(start, word.Length, "At least two letters must stand before the first *.", plain);
        }

        return new PatternNode(word, scope);
    }

    private FuzzyNode ReadFuzzy(string word, string digits, int start, TextScope scope)
    {
        var length = word.Length + 1 + digits.Length;
        var tokens = WordScanner.Scan(word);
        var edits = digits switch
        {
            "" => word.Length < 6 ? 1 : 2,
            "1" => 1,
            "2" => 2,
            _ => 0,
        };
        if (tokens is not [{ Kind: TokenKind.Word }] || tokens[0].Length != word.Length)
        {
            input.Fail(start, length, "A ~ goes after one word of letters and digits, or after a phrase in quotation marks.", tokens.Count == 0 ? "" : word.Trim('-', '+', '~'));
        }
        else if (edits == 0)
        {
            input.Fail(start, length, "After a word, ~ takes 1 or 2 letters that may differ.", word + "~2");
        }
        else if (tokens[0].Term.Length < 3)
        {
            input.Fail(start, length, "A word needs three letters for ~: a shorter one would find almost anything.", word);
        }

        return new FuzzyNode(word, edits, scope);
    }
}
