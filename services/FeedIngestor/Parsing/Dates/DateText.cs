using System.Globalization;
using System.Text;

namespace Monitoring.FeedIngestor.Parsing.Dates;

/// <summary>A date brought to one spelling: ASCII digits, single blanks, East Asian units as signs.</summary>
/// <param name="Text">Upper and lower case as given.</param>
/// <param name="Offset">The zone that the language implies when the text names none.</param>
internal readonly record struct DateText(string Text, TimeSpan Offset)
{
    private static readonly (string From, string To)[] s_units =
    [
        ("年", "-"), ("月", "-"), ("日", " "), ("号", " "), ("時", ":"), ("时", ":"), ("点", ":"), ("點", ":"), ("分", ":"), ("秒", " "),
        ("년", "-"), ("월", "-"), ("일", " "), ("시", ":"), ("분", ":"), ("초", " "),
        ("上午", " AM "), ("午前", " AM "), ("오전", " AM "), ("下午", " PM "), ("午後", " PM "), ("오후", " PM "), ("晚上", " PM "),
        ("星期", "~"), ("曜", "~"), ("요", "~"), ("週", "~"), ("周", "~"),
    ];

    // Where these signs are used there is one zone; the sign for "day" is shared by Chinese and Japanese and says nothing.
    private static readonly (string Sign, int Hours)[] s_implied =
        [("년", 9), ("오전", 9), ("오후", 9), ("午前", 9), ("午後", 9), ("上午", 8), ("下午", 8), ("星期", 8)];

    public static DateText Normalise(string text)
    {
        text = Plain(text);
        if (!text.AsSpan().ContainsAnyInRange('\u3000', '\uD7FF'))
        {
            return new DateText(text, TimeSpan.Zero);
        }

        var hours = Array.Find(s_implied, entry => text.Contains(entry.Sign, StringComparison.Ordinal)).Hours;
        foreach (var (from, to) in s_units)
        {
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return new DateText(Tidy(text), TimeSpan.FromHours(hours));
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var category = letter < 128 ? UnicodeCategory.OtherLetter : char.GetUnicodeCategory(letter);
            if (letter is '\u2212' or '\u2010' or '\u2011' or '\u2013' or '\u2014')
            {
                plain.Append('-');
            }
            else if (category == UnicodeCategory.DecimalDigitNumber)
            {
                plain.Append((char)('0' + (int)char.GetNumericValue(letter)));
            }
            else if (category == UnicodeCategory.Format)
            {
                continue;
            }
            else if (char.IsWhiteSpace(letter))
            {
                plain.Append(plain.Length > 0 && plain[^1] != ' ' ? " " : "");
            }
            else
            {
                plain.Append(letter == '：' ? ':' : letter);
            }
        }

        return plain.ToString().Trim();
    }

    /// <summary>Takes away weekdays, and the signs that replaced units where nothing follows.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            var unit = letter is '-' or ':' && (index + 1 >= text.Length || !char.IsAsciiDigit(Following(text, index)));
            if (letter >= '\u3000' || letter is '~' or '(' or ')')
            {
                letter = ' ';
            }

            if (letter == ' ' && tidy.Length > 0 && tidy[^1] is '-' or ':' or ' ')
            {
                continue;
            }

            tidy.Append(unit ? ' ' : letter);
        }

        return MoveHalfDay(tidy.ToString().Trim());
    }

    private static char Following(string text, int index)
    {
        do
        {
            index++;
        }
        while (index < text.Length && text[index] == ' ');
        return index < text.Length ? text[index] : ' ';
    }

    /// <summary>East Asia writes "afternoon 11:23": the mark goes behind the time, where the readers expect it.</summary>
    private static string MoveHalfDay(string text)
    {
        foreach (var mark in new[] { "AM", "PM" })
        {
            var index = text.IndexOf(mark, StringComparison.Ordinal);
            if (index >= 0)
            {
                return $"{text[..index].Trim()} {text[(index + 2)..].Trim()} {mark}";
            }
        }

        return text;
    }
}
