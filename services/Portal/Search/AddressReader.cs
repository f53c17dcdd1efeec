using System.Globalization;
using System.Text.RegularExpressions;
using Monitoring.ArticleIndex;
using Monitoring.Contracts;
using Monitoring.Taxonomy;

namespace Monitoring.Portal.Search;

/// <summary>Reads a search out of an address. What makes no sense is left out and told.</summary>
internal sealed partial class AddressReader
{
    private const int MostValues = 50;
    private static readonly string[] s_roles = [.. Enum.GetNames<CountryRole>().Select(name => name.ToLowerInvariant())];
    private readonly List<ParameterProblem> _problems = [];

    public static (SearchAddress Address, IReadOnlyList<ParameterProblem> Problems) Read(SearchParameters parameters, bool groupsByDefault)
    {
        var reader = new AddressReader();
        return (reader.ReadAll(parameters, groupsByDefault), reader._problems);
    }

    private SearchAddress ReadAll(SearchParameters given, bool groupsByDefault) => new()
    {
        Query = given.Q?.Trim() ?? "",
        Filters =
        [
            .. Values(Filter.Country, given.Country, IsCountry, "trouble.country"),
            .. Values(Filter.Role, given.Role, role => s_roles.Contains(role), "trouble.role"),
            .. Values(Filter.Theme, given.Theme, id => Themes.Find(id) is not null, "trouble.theme"),
            .. Values(Filter.Language, given.Language, code => LanguageCode().IsMatch(code), "trouble.language"),
            .. Values(Filter.Source, given.Source, id => Id().IsMatch(id), "trouble.source"),
            .. Values(Filter.Story, given.Story, id => Id().IsMatch(id), "trouble.story"),
        ],
        From = Time("from", given.From, endOfDay: false),
        To = Time("to", given.To, endOfDay: true),
        Sort = Choice("sort", given.Sort, "newest", "best") ? SearchSort.Best : SearchSort.Newest,
        ByStory = string.IsNullOrEmpty(given.Group) ? groupsByDefault : !Choice("group", given.Group, "story", "none"),
        All = Choice("all", given.All, "false", "true"),
        Size = Number("size", given.Size),
        Cursor = string.IsNullOrEmpty(given.After) ? null : given.After,
    };

    private IEnumerable<(Filter Kind, string Value)> Values(Filter kind, string[]? given, Func<string, bool> isKnown, string trouble)
    {
        var values = (given ?? [])
            .SelectMany(text => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(text => kind == Filter.Country ? Canonical(text) : text.ToLowerInvariant())
            .Distinct().Take(MostValues).ToLookup(isKnown);
        _problems.AddRange(values[false].Select(value => new ParameterProblem(kind.ToString().ToLowerInvariant(), value, trouble)));
        return values[true].Select(value => (kind, value));
    }

    private DateTimeOffset? Time(string name, string? given, bool endOfDay)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return null;
        }

        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999)
        {
            return new DateTimeOffset(day.AddDays(endOfDay ? 1 : 0), TimeOnly.MinValue, TimeSpan.Zero);
        }

        if (given.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year is > 1 and < 9999)
        {
            return time.ToUniversalTime();
        }

        _problems.Add(new(name, given, "trouble.date"));
        return null;
    }

    private bool Choice(string name, string? given, string usual, string other)
    {
        if (!string.IsNullOrEmpty(given) && given != usual && given != other)
        {
            _problems.Add(new(name, given, "trouble.choice", usual, other));
        }

        return given == other;
    }

    private int Number(string name, string? given)
    {
        if (string.IsNullOrEmpty(given))
        {
            return SearchAddress.DefaultSize;
        }

        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= SearchRequest.MaxPageSize)
        {
            return number;
        }

        _problems.Add(new(name, given, "trouble.size", SearchRequest.MaxPageSize));
        return SearchAddress.DefaultSize;
    }

    private static string Canonical(string country) =>
        country.Split('/') is [var code, var role] ? $"{code.ToUpperInvariant()}/{role.ToLowerInvariant()}" : country.ToUpperInvariant();

    private static bool IsCountry(string value) =>
        Countries.Find(value.Split('/')[0]) is not null && (!value.Contains('/', StringComparison.Ordinal) || s_roles.Contains(value.Split('/', 2)[1]));

    [GeneratedRegex("^([a-z]{2,3}|und)$", RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageCode();

    [GeneratedRegex("^[a-z0-9-]{1,64}$")]
    private static partial Regex Id();
}

/// <summary>A parameter that makes no sense.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Value">What was given.</param>
/// <param name="Key">Key of the sentence that says what is wrong; {0} is the value, {1}... the <paramref name="Allowed"/>.</param>
/// <param name="Allowed">What is allowed.</param>
public sealed record ParameterProblem(string Name, string Value, string Key, params object[] Allowed)
{
    public string In(Language.Words words) => words.Say(Key, [Value, .. Allowed]);
}
