using System.Globalization;
using System.Text;

namespace Monitoring.Classifier.Evaluation;

/// <summary>Precision, recall and F1 with intervals, overall and by theme, country, language and role; then what was wrong, item by item.</summary>
internal sealed class EvaluationReport(IReadOnlyList<Answer> answers, bool detailed)
{
    private const int MostCountries = 25;

    private readonly StringBuilder _text = new();

    /// <summary>All measures, those of the whole first.</summary>
    public IEnumerable<ReportLine> Lines()
    {
        var relevant = answers.Where(answer => answer.Item.Relevant).ToList();
        var english = answers.Where(answer => answer.Item.Lang == "en").ToList();
        var others = answers.Where(answer => answer.Item.Lang != "en").ToList();
        var whole = Whole("all", "", answers).Concat(Whole("all", "relevant items: ", relevant).Skip(1)).Concat(Whole("all", "English: ", english)).Concat(Whole("all", "not English: ", others));
        return whole.Append(new("all", "language", Sum(answers, answer => [answer.Item.Lang], answer => [answer.Tags.Language])))
            .Concat(Taxonomy.Themes.All.Select(theme => new ReportLine("theme", theme.Id, One(answers, theme.Id, answer => answer.Item.Themes, answer => answer.ActualThemes))))
            .Concat(answers.SelectMany(answer => answer.ExpectedCountries).GroupBy(code => code).OrderByDescending(group => group.Count()).Take(MostCountries)
                .Select(group => new ReportLine("country", group.Key, One(answers, group.Key, answer => answer.ExpectedCountries, answer => answer.ActualCountries))))
            .Concat(answers.GroupBy(answer => answer.Item.Lang).Where(group => group.Key != "en").OrderByDescending(group => group.Count())
                .SelectMany(group => Whole("language", $"{group.Key} ({group.Count()}): ", [.. group])))
            .Concat(answers.SelectMany(answer => answer.Item.Countries).Select(country => country.Role).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(Role));
    }

    /// <summary>Unweighted mean over the 13 themes, of the items that are relevant.</summary>
    public double ThemesMacro => Lines().Where(line => line.Section == "theme").Average(line => line.Tally.F1);

    public override string ToString()
    {
        foreach (var line in Lines().Where(line => detailed || line.Section == "all"))
        {
            _text.AppendLine(CultureInfo.InvariantCulture, $"{(line.Section == "all" ? "" : line.Section + " ") + line.Name,-36} {line.Tally}");
        }

        _text.AppendLine(CultureInfo.InvariantCulture, $"{"themes (macro)",-36} F1 {ThemesMacro:F3}");
        if (detailed)
        {
            AddConfusions();
        }

        return _text.ToString();
    }

    private static IEnumerable<ReportLine> Whole(string section, string prefix, IReadOnlyList<Answer> items) =>
    [
        new(section, prefix + "relevance", Sum(items, answer => Yes(answer.Item.Relevant), answer => Yes(answer.Tags.IsRelevant))),
        new(section, prefix + "countries (micro)", Sum(items, answer => answer.ExpectedCountries, answer => answer.ActualCountries)),
        new(section, prefix + "themes (micro)", Sum(items, answer => answer.Item.Themes, answer => answer.ActualThemes)),
    ];

    private ReportLine Role(string role) => new("role", role, Sum(
        answers,
        answer => [.. answer.Item.Countries.Where(country => country.Role == role).Select(country => country.Code)],
        answer => [.. answer.Tags.Countries.Where(country => country.Role.ToString().Equals(role, StringComparison.OrdinalIgnoreCase)).Select(country => country.Code)]));

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

/// <summary>One measure of a report.</summary>
/// <param name="Section">all, theme, country, language or role.</param>
/// <param name="Name">What is measured.</param>
/// <param name="Tally">The figures.</param>
internal sealed record ReportLine(string Section, string Name, Tally Tally);
