using System.Text;

namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>Collects text with single blanks and, if wanted, line breaks; without any at its ends.</summary>
internal sealed class TextLine(bool lines, int capacity)
{
    private readonly StringBuilder _text = new(capacity);
    private char _gap;

    public int Length => _text.Length;

    public void Append(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var word = 0;
            while (word < text.Length && !IsGap(text[word]))
            {
                word++;
            }

            if (word > 0)
            {
                if (_gap != '\0' && _text.Length > 0)
                {
                    _text.Append(_gap);
                }

                _gap = '\0';
                AppendVisible(text[..word]);
                text = text[word..];
            }
            else
            {
                _gap = _gap == '\0' ? ' ' : _gap;
                text = text[1..];
            }
        }
    }

    public void Break() => _gap = lines ? '\n' : _gap == '\0' ? ' ' : _gap;

    public override string ToString() => _text.ToString();

    private void AppendVisible(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            // Soft hyphens, zero-width blanks and byte order marks are invisible, but keep a word from being found.
            if (letter is not ('\u00AD' or '\u200B' or '\uFEFF') && (letter >= ' ' || letter == '\t'))
            {
                _text.Append(letter);
            }
        }
    }

    private static bool IsGap(char letter) => letter is ' ' or '\n' or '\t' or '\r' or '\u00A0' || (letter > '\u1000' && char.IsWhiteSpace(letter));
}
