using System.Globalization;
using System.Text.RegularExpressions;
using Monitoring.ArticleIndex.Analysis;
using Monitoring.Contracts;

namespace Monitoring.ArticleIndex.Querying;

/// <summary>Which values a field takes: a value in its one spelling, or what is wrong and what was probably meant.</summary>
internal sealed partial class FieldValues(QueryVocabulary vocabulary)
{
    private static readonly string[] s_roles = [.. Enum.GetNames<CountryRole>().Select(n => n.ToLowerInvariant())];

    public (string? Value, string? Message, string? Mend) Check(QueryField field, string value) => field switch
    {
        QueryField.Country => WithRole(value, Country),
        QueryField.Region => WithRole(value, Region),
        QueryField.Role => OneOf(value.ToLowerInvariant(), s_roles, "role"),
        QueryField.Theme => vocabulary.Themes.Count == 0 ? Free(value.ToLowerInvariant(), "theme") : OneOf(value.ToLowerInvariant(), vocabulary.Themes, "theme"),
        QueryField.Lang => Language().IsMatch(value)
            ? (value.ToLowerInvariant(), null, null)
            : (null, "A language is a code of two letters such as fr, or und when it is unknown.", null),
        QueryField.After or QueryField.Before => Date(value),
        QueryField.Last => LastSpan().IsMatch(value)
            ? (value.ToLowerInvariant(), null, null)
            : (null, "Write a number and h, d, w, m or y: last:7d.", Digits().Match(value) is { Success: true } n ? n.Value + "d" : "7d"),
        QueryField.Relevance => Relevance(value),
        QueryField.Source => WordScanner.Scan(value).Count == 0 ? (null, "Name a source or its id.", null) : Free(value, "source"),
        _ => Free(value, "story"),
    };

    public static (double Min, bool MinExcluded, double Max, bool MaxExcluded) RelevanceRange(string value)
    {
        if (value.Split("..") is [var low, var high])
        {
            return (Number(low), false, Number(high), false);
        }

        var number = Number(value.TrimStart('>', '<', '='));

        return value switch
        {
            ['>', '=', ..] => (number, false, 1, false),
            ['>', ..] => (number, true, 1, false),
            ['<', '=', ..] => (0, false, number, false),
            ['<', ..] => (0, false, number, true),
            _ => (number, false, number, false),
        };
    }

    /// <summary>First moment of a year, month, day or instant as <see cref="Check"/> lets it through.</summary>
    public static DateTimeOffset Moment(string value) =>
        DateTimeOffset.ParseExact(value, s_dateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static readonly string[] s_dateFormats = ["yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mmZ"];

    private static (string?, string?, string?) Date(string value)
    {
        var isDate = DateTimeOffset.TryParseExact(value, s_dateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
        var looksLike = OtherDate().Match(value);

        return isDate
            ? (value, null, null)
            : (null, "Write a date as 2026-03-31, 2026-03 or 2026.", looksLike.Success ? $"{looksLike.Groups[1]}-{looksLike.Groups[2].Value.PadLeft(2, '0')}-{looksLike.Groups[3].Value.PadLeft(2, '0')}" : null);
    }

    private static (string?, string?, string?) Relevance(string value)
    {
        var match = RelevanceText().Match(value);
        if (!match.Success)
        {
            return (null, "Write a comparison with a number from 0 to 1: relevance:>0.8.", null);
        }

        // A bare number asks for at least so much: nobody looks for one exact probability.
        return (char.IsAsciiDigit(value[0]) && !value.Contains("..", StringComparison.Ordinal) ? ">=" + value : value, null, null);
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static (string?, string?, string?) WithRole(string value, Func<string, (string? Value, string? Message, string? Mend)> check)
    {
        var slash = value.LastIndexOf('/');
        if (slash < 0)
        {
            return check(value);
        }

        var (place, message, mend) = check(value[..slash]);
        var (role, roleMessage, roleMend) = OneOf(value[(slash + 1)..].ToLowerInvariant(), s_roles, "role");
        if (place is null)
        {
            return (null, message, mend is null || role is null ? mend : $"{mend}/{role}");
        }

        return role is null ? (null, roleMessage, roleMend is null ? place : $"{place}/{roleMend}") : ($"{place}/{role}", null, null);
    }

    private (string?, string?, string?) Country(string value)
    {
        var code = value.ToUpperInvariant();
        if (code.Length == 2 && code.All(char.IsAsciiLetter) && (vocabulary.Countries.Count == 0 || vocabulary.Countries.Contains(code)))
        {
            return (code, null, null);
        }

        if (vocabulary.CountryNames.TryGetValue(value.ToLowerInvariant(), out var named))
        {
            return (named, null, null);
        }

        var near = Spelling.Nearest(value.ToLowerInvariant(), vocabulary.CountryNames.Keys);
        return (null, $"“{value}” is no country: write a code of two letters such as FR.", near is null ? null : vocabulary.CountryNames[near]);
    }

    private (string?, string?, string?) Region(string value) => vocabulary.Regions.Count == 0
        ? (null, "No regions are known here.", null)
        : OneOf(value.ToLowerInvariant(), vocabulary.Regions.Keys, "region");

    private static (string?, string?, string?) OneOf(string value, IEnumerable<string> known, string what)
    {
        var all = known.ToList();

        return all.Contains(value)
            ? (value, null, null)
            : (null, $"“{value}” is no {what}: choose one of {string.Join(", ", all.Order(StringComparer.Ordinal))}.", Spelling.Nearest(value, all));
    }

    private static (string?, string?, string?) Free(string value, string what) =>
        value.Length == 0 ? (null, $"Say which {what}.", null) : (value, null, null);

    [GeneratedRegex("^([A-Za-z]{2,3}|und)$")]
    private static partial Regex Language();

    [GeneratedRegex("^[1-9][0-9]{0,3}[hdwmyHDWMY]$")]
    private static partial Regex LastSpan();

    [GeneratedRegex("[1-9][0-9]{0,3}")]
    private static partial Regex Digits();

    [GeneratedRegex("^([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})$")]
    private static partial Regex OtherDate();

    [GeneratedRegex(@"^((>=|<=|>|<|=)?(0(\.[0-9]{1,6})?|1(\.0{1,6})?)|(0(\.[0-9]{1,6})?|1(\.0{1,6})?)\.\.(0(\.[0-9]{1,6})?|1(\.0{1,6})?))$")]
    private static partial Regex RelevanceText();
}
