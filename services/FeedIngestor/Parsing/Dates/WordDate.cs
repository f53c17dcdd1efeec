using System.Collections.Frozen;
using System.Globalization;

namespace Monitoring.FeedIngestor.Parsing.Dates;

/// <summary>RFC 822 and everything that resembles it: words for months, numbers in any order, names for zones.</summary>
internal sealed class WordDate
{
    private static readonly FrozenSet<string> s_fillers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "t", "de", "del", "of", "at", "um", "kl", "klo", "uhr", "den", "le", "el", "om", "a", "à", "as", "às", "o", "г", "года", "в", "om", "st", "nd", "rd", "th", "er",
        "ngày", "lúc", "h", "hrs", "hs", "ob", "at", "on", "the", "d", "ม", "น", "เวลา", "р", "ท");

    // Vietnamese counts its months: "tháng 5" is May.
    private static readonly FrozenSet<string> s_monthMarks = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "tháng", "thang", "thg");

    private readonly string _text;
    private readonly List<DateNumber> _numbers = [];
    private int _index;
    private int? _month;
    private bool _monthFollows;
    private (int Hour, int Minute, int Second)? _time;
    private TimeSpan? _offset;
    private string _half = "";

    private WordDate(string text) => _text = text;

    public static DateParts? Read(string text)
    {
        var date = new WordDate(text);
        return date.Scan() ? WordDateNumbers.Put(date._numbers, date._month, date._time, date._half, date._offset) : null;
    }

    private bool Scan()
    {
        while (_index < _text.Length)
        {
            var letter = _text[_index];
            var ok = letter switch
            {
                >= '0' and <= '9' => ReadNumber(),
                '+' or '-' when _time is not null && _offset is null or { Ticks: 0 } && IsOffset() => ReadOffset(letter == '-'),
                '+' or ':' => false,
                '(' => SkipComment(),
                _ when char.IsLetter(letter) => ReadWord(),
                _ => Skip(),
            };
            if (!ok || _numbers.Count > 4)
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadNumber()
    {
        var before = _index > 0 ? _text[_index - 1] : ' ';
        var digits = Digits(4);
        if (digits is null || (_index < _text.Length && char.IsAsciiDigit(_text[_index])))
        {
            return false;
        }

        if (digits.Length <= 2 && _index + 1 < _text.Length && _text[_index] is ':' or 'h' or 'H' && char.IsAsciiDigit(_text[_index + 1]))
        {
            return ReadTime(digits);
        }

        if (_monthFollows)
        {
            _month = Number(digits);
            _monthFollows = false;
            return true;
        }

        _numbers.Add(new DateNumber(Number(digits), digits.Length, before));
        return true;
    }

    private bool ReadTime(string hour)
    {
        _index++;
        var minute = Digits(2);
        var second = "0";
        if (Peek(':') && _index + 1 < _text.Length && char.IsAsciiDigit(_text[_index + 1]))
        {
            _index++;
            second = Digits(2);
        }

        if (second is not null && (Peek('.') || Peek(',')) && _index + 1 < _text.Length && char.IsAsciiDigit(_text[_index + 1]))
        {
            _index++;
            Digits(12);
        }

        if (_time is not null || minute is null || second is null || (_index < _text.Length && (_text[_index] == ':' || char.IsAsciiDigit(_text[_index]))))
        {
            return false;
        }

        _time = (Number(hour), Number(minute), Number(second));
        return true;
    }

    private bool IsOffset() => _index + 1 < _text.Length && char.IsAsciiDigit(_text[_index + 1]);

    private bool ReadOffset(bool negative)
    {
        _index++;
        var digits = Digits(4);
        if (Peek(':') && _index + 1 < _text.Length && char.IsAsciiDigit(_text[_index + 1]))
        {
            _index++;
            digits += ":" + Digits(2);
        }

        _offset = Zones.ByOffset(digits ?? "", negative);
        return _offset is not null;
    }

    private bool ReadWord()
    {
        var start = _index;
        while (_index < _text.Length && IsInWord(_index))
        {
            _index++;
        }

        var word = _text[start.._index].TrimEnd('.');
        if (s_monthMarks.Contains(word))
        {
            _monthFollows = true;
            return true;
        }

        if (_numbers.Count == 0 && _time is null)
        {
            // Before the first number there are months and weekdays; a later month wins, for "mar" is also Tuesday.
            var found = MonthNames.Find(word);
            var known = found is not null || _month is null || s_fillers.Contains(word);
            _month = found ?? _month;
            return known;
        }

        if (HalfDays.Is(word) && _half.Length == 0)
        {
            _half = word;
        }
        else if (_time is not null && Zones.Find(word) is { } offset)
        {
            _offset ??= offset;
        }
        else if (MonthNames.Find(word) is { } month && (_month is null || _time is null))
        {
            _month = month;
        }
        else if (!s_fillers.Contains(word))
        {
            // RFC 2822, 4.3: an unknown zone is as good as none.
            return _time is not null && word.Length <= 5 && word.All(char.IsAsciiLetterUpper);
        }

        return true;
    }

    private bool IsInWord(int index)
    {
        var letter = _text[index];
        return char.IsLetter(letter)
            || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            || (letter is '.' or '\'' or '_' or '/' && index + 1 < _text.Length && char.IsLetter(_text[index + 1]));
    }

    private bool Peek(char letter) => _index < _text.Length && _text[_index] == letter;

    private bool Skip()
    {
        _index++;
        return true;
    }

    private bool SkipComment()
    {
        var end = _text.IndexOf(')', _index);
        _index = end < 0 ? _text.Length : end + 1;
        return true;
    }

    private string? Digits(int most)
    {
        var start = _index;
        while (_index < _text.Length && _index - start < most && char.IsAsciiDigit(_text[_index]))
        {
            _index++;
        }

        return _index > start ? _text[start.._index] : null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
