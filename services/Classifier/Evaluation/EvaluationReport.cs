using System.Globalization;
using System.Text;

namespace Monitoring.Classifier.Evaluation;

/// <summary>Precision, recall and F1 with intervals, overall and by theme, country, language and role; then what was wrong, item by item.</summary>
internal sealed class EvaluationReport(IReadOnlyList<Answer> answers, bool detailed)
{
    private readonly StringBuilder _text = new();

    public override string ToString()
    {
        var relevant = answers.Where(answer => answer.Item.Relevant).ToList();
        Line("relevance", Sum(answers, answer => Yes(answer.Item.Relevant), answer => Yes(answer.Tags.IsRelevant)));
        Line("countries, all items (micro)", Sum(answers, answer => answer.ExpectedCountries, answer => answer.ActualCountries));
        Line("countries, relevant items (micro)", Sum(relevant, answer => answer.ExpectedCountries, answer => answer.ActualCountries));
        Line("themes, relevant items (micro)", Sum(relevant, answer => answer.Item.Themes, answer => answer.ActualThemes));
        Line("themes, all items (micro)", Sum(answers, answer => answer.Item.Themes, answer => answer.ActualThemes));
        var themes = Taxonomy.Themes.All.Select(theme => (theme.Id, Tally: One(answers, theme.Id, answer => answer.Item.Themes, answer => answer.ActualThemes))).ToList();
        _text.AppendLine(FormattableString.Invariant($"{"themes (macro)",-36} F1 {themes.Average(theme => theme.Tally.F1):F3}"));
        Line("language", Sum(answers, answer => [answer.Item.Lang], answer => [answer.Tags.Language]));
        if (detailed)
        {
            themes.ForEach(theme => Line($"theme {theme.Id}", theme.Tally));
            AddLanguages();
            AddCountries();
            AddRoles();
            AddConfusions();
        }

        return _text.ToString();
    }

    private void AddLanguages()
    {
        foreach (var group in answers.GroupBy(answer => answer.Item.Lang).OrderByDescending(group => group.Count()))
        {
            Line($"{group.Key} ({group.Count()}) relevance", Sum(group, answer => Yes(answer.Item.Relevant), answer => Yes(answer.Tags.IsRelevant)));
            Line($"{group.Key} ({group.Count()}) countries", Sum(group, answer => answer.ExpectedCountries, answer => answer.ActualCountries));
            Line($"{group.Key} ({group.Count()}) themes", Sum(group, answer => answer.Item.Themes, answer => answer.ActualThemes));
        }
    }

    private void AddCountries()
    {
        foreach (var code in answers.SelectMany(answer => answer.ExpectedCountries).GroupBy(code => code).OrderByDescending(group => group.Count()).Take(25).Select(group => group.Key))
        {
            Line($"country {code}", One(answers, code, answer => answer.ExpectedCountries, answer => answer.ActualCountries));
        }
    }

    private void AddRoles()
    {
        foreach (var role in answers.SelectMany(answer => answer.Item.Countries).Select(country => country.Role).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            Line($"role {role}", Sum(
                answers,
                answer => [.. answer.Item.Countries.Where(country => country.Role == role).Select(country => country.Code)],
                answer => [.. answer.Tags.Countries.Where(country => country.Role.ToString().Equals(role, StringComparison.OrdinalIgnoreCase)).Select(country => country.Code)]));
        }
    }

    private void AddConfusions()
    {
        foreach (var answer in answers)
        {
            var faults = new List<string>();
            if (answer.Item.Relevant != answer.Tags.IsRelevant)
            {
                faults.Add(FormattableString.Invariant($"relevance {answer.Tags.Relevance:F2} but {(answer.Item.Relevant ? "relevant" : "not")}"));
            }

            AddFault(faults, "countries", answer.ExpectedCountries, answer.ActualCountries);
            AddFault(faults, "themes", answer.Item.Themes, answer.ActualThemes);
            if (answer.Item.Lang != answer.Tags.Language)
            {
                faults.Add($"language {answer.Tags.Language} for {answer.Item.Lang}");
            }

            if (faults.Count > 0)
            {
                _text.AppendLine(CultureInfo.InvariantCulture, $"{answer.Item.Id} | {answer.Item.Title} | {string.Join("; ", faults)}");
            }
        }
    }

    private static void AddFault(List<string> faults, string what, IReadOnlyCollection<string> expected, IReadOnlyCollection<string> actual)
    {
        var (missing, wrong) = (expected.Except(actual).ToList(), actual.Except(expected).ToList());
        if (missing.Count + wrong.Count > 0)
        {
            faults.Add($"{what} missing [{string.Join(' ', missing)}] wrong [{string.Join(' ', wrong)}]");
        }
    }

    private void Line(string name, Tally tally) => _text.AppendLine(CultureInfo.InvariantCulture, $"{name,-36} {tally}");

    private static string[] Yes(bool answer) => answer ? ["yes"] : [];

    private static Tally Sum(IEnumerable<Answer> answers, Func<Answer, IReadOnlyCollection<string>> expected, Func<Answer, IReadOnlyCollection<string>> actual)
    {
        var tally = new Tally();
        foreach (var answer in answers)
        {
            tally.Add(expected(answer), actual(answer));
        }

        return tally;
    }

    private static Tally One(IEnumerable<Answer> answers, string value, Func<Answer, IReadOnlyCollection<string>> expected, Func<Answer, IReadOnlyCollection<string>> actual) =>
        Sum(answers, answer => [.. expected(answer).Where(each => each == value)], answer => [.. actual(answer).Where(each => each == value)]);
}
