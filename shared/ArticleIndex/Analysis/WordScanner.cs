using System.Text;

namespace Monitoring.ArticleIndex.Analysis;

/// <summary>Cuts a text into words, and unseparated scripts into pairs of characters, with the place of each.</summary>
internal sealed class WordScanner
{
    // Few enough to stay in the processor's cache: folding a word again costs less than fetching it from memory.
    private static readonly WordCache s_folded = new(Folding.Fold, 1 << 11);

    private readonly string _text;
    private readonly List<Token> _tokens = [];

    private WordScanner(string text) => _text = text;

    public static List<Token> Scan(string text)
    {
        var scanner = new WordScanner(text);
        for (var at = 0; at < text.Length;)
        {
            var rune = scanner.RuneAt(at);
            at = !Script.IsWordPart(rune) ? at + rune.Utf16SequenceLength
                : Script.IsUnseparated(rune) ? scanner.ReadGrams(at)
                : scanner.ReadWord(at);
        }

        return scanner._tokens;
    }

    private Rune RuneAt(int at) => at < _text.Length && Rune.TryGetRuneAt(_text, at, out var rune) ? rune : Rune.ReplacementChar;

    private int ReadWord(int start)
    {
        if (TryReadAcronym(start, out var acronymEnd))
        {
            return acronymEnd;
        }

        var end = start;
        while (end < _text.Length)
        {
            if (char.IsAsciiLetterOrDigit(_text[end]))
            {
                end++;
                continue;
            }

            var rune = RuneAt(end);
            var joins = (Script.IsWordPart(rune) && !Script.IsUnseparated(rune)) || Script.IsInvisible(rune) || JoinsDigits(end);
            if (!joins)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        var after = PossessiveLength(end);
        Add(_text.AsSpan(start..end), start, end + after - start, TokenKind.Word);

        return end + after;
    }

    private void Add(ReadOnlySpan<char> found, int start, int length, TokenKind kind)
    {
        var (word, term) = s_folded.Of(found);
        if (term.Length > 0)
        {
            _tokens.Add(new(term, word, start, length, kind));
        }
    }

    // 3.5 and 1,000 are one number each.
    private bool JoinsDigits(int at) =>
        _text[at] is '.' or ',' && at > 0 && at + 1 < _text.Length && char.IsDigit(_text[at - 1]) && char.IsDigit(_text[at + 1]);

    // "Nvidia's" is found by "Nvidia", and the phrase "Nvidia chips" in "Nvidia's chips".
    private int PossessiveLength(int at) =>
        at + 1 < _text.Length && _text[at] is '\'' or '\u2019' && at > 0 && char.IsLetter(_text[at - 1])
        && _text[at + 1] is 's' or 'S' && !Script.IsWordPart(RuneAt(at + 2)) ? 2 : 0;

    // U.S., U.A.E. and A.I. are found by US, UAE and AI.
    private bool TryReadAcronym(int start, out int end)
    {
        end = start;
        if (start + 1 >= _text.Length || _text[start + 1] != '.')
        {
            return false;
        }

        var letters = new StringBuilder();
        while (end + 1 < _text.Length && char.IsLetter(_text[end]) && _text[end + 1] == '.' && !Script.IsUnseparated(RuneAt(end)))
        {
            letters.Append(_text[end]);
            end += 2;
        }

        var last = RuneAt(end);
        if (letters.Length > 0 && Rune.IsLetter(last) && !Script.IsUnseparated(last) && last.IsBmp && !Script.IsWordPart(RuneAt(end + 1)))
        {
            letters.Append(_text[end]);
            end += 1;
        }
        else if (letters.Length > 0 && end < _text.Length && Script.IsWordPart(last))
        {
            return false; // "e.g.this": not an acronym but letters with points between words
        }

        if (letters.Length < 2)
        {
            return false;
        }

        Add(letters.ToString(), start, end - start, TokenKind.Word);
        return true;
    }

    private int ReadGrams(int start)
    {
        var clusters = new List<(int Start, int End)>();
        var at = start;
        while (at < _text.Length)
        {
            var rune = RuneAt(at);
            var continues = Script.IsMark(rune) || Script.IsInvisible(rune);
            if (!continues && !(Script.IsUnseparated(rune) && Script.IsWordPart(rune)))
            {
                break;
            }

            var end = at + rune.Utf16SequenceLength;
            if (continues && clusters.Count > 0)
            {
                clusters[^1] = (clusters[^1].Start, end);
            }
            else
            {
                clusters.Add((at, end));
            }

            at = end;
        }

        for (var i = 0; i < clusters.Count; i++)
        {
            var isLast = i == clusters.Count - 1;
            var end = isLast ? clusters[i].End : clusters[i + 1].End;
            Add(_text.AsSpan(clusters[i].Start..end), clusters[i].Start, end - clusters[i].Start, isLast ? TokenKind.LastGram : TokenKind.Gram);
        }

        return at;
    }
}
