using System.Globalization;
using System.Text;
using System.Text.Json;
using Monitoring.Classifier.Tagging;

namespace Monitoring.Classifier.Evaluation;

/// <summary>The model card: what was measured, on what, and what the figures do not say. For people as quality.md, for the Portal as quality.json.</summary>
internal sealed class ModelCard(ModelFile model, IReadOnlyList<(string Name, EvaluationReport Report)> reports)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly (string Section, string Title)[] s_sections =
        [("all", "Over all"), ("theme", "By theme"), ("country", "By country (the 25 most frequent)"), ("language", "By language other than English"), ("role", "By role")];

    /// <summary>Writes both files into the source tree.</summary>
    /// <param name="root">The folder that holds Monitoring.sln.</param>
    /// <param name="cancel">Stops the writing.</param>
    public async Task WriteAsync(string root, CancellationToken cancel)
    {
        var text = Path.Combine(root, "deploy/docs/quality.md");
        await File.WriteAllTextAsync(text, Markdown(), cancel);
        await File.WriteAllTextAsync(Path.Combine(root, "services/Classifier/Model/quality.json"), Json() + "\n", cancel);
    }

    public string Markdown()
    {
        var card = new StringBuilder();
        card.AppendLine(CultureInfo.InvariantCulture, $"""
            # How well articles are tagged

            Written by `dotnet run --project services/Classifier -- evaluate GOLD.jsonl... --write`; do not edit by hand. Model {model.Version}
            (hash of training data, code, tables and taxonomy: see [the training data](../../services/Classifier/Training/README.md)).
            The machine-readable form is [quality.json](../../services/Classifier/Model/quality.json).

            P is precision, R recall, F1 their harmonic mean; the 95 % interval comes from 1,000 resamplings of the items.
            Countries in the role `mention` are not counted as tags, neither in labels nor in answers.
            """);
        foreach (var (name, report) in reports)
        {
            card.AppendLine(CultureInfo.InvariantCulture, $"\n## Measured on {name}\n\nThese items were never trained on. Themes, unweighted mean over 13: F1 {report.ThemesMacro:F3}.");
            foreach (var (section, title) in s_sections)
            {
                AddTable(card, title, [.. report.Lines().Where(line => line.Section == section)]);
            }
        }

        AddCrossValidation(card);
        card.Append(Limits);
        return card.ToString();
    }

    public string Json() => JsonSerializer.Serialize(
        new
        {
            modelVersion = model.Version,
            sets = reports.Select(each => new
            {
                each.Name,
                themesMacroF1 = Math.Round(each.Report.ThemesMacro, 3),
                measures = each.Report.Lines().Select(line => new
                {
                    line.Section,
                    line.Name,
                    precision = Math.Round(line.Tally.Precision, 3),
                    recall = Math.Round(line.Tally.Recall, 3),
                    f1 = Math.Round(line.Tally.F1, 3),
                    low = Math.Round(line.Tally.Interval().Low, 3),
                    high = Math.Round(line.Tally.Interval().High, 3),
                    count = line.Tally.Right + line.Tally.Missing,
                }),
            }),
            crossValidation = model.Measures.Select(measure => new
            {
                measure.Name,
                precision = Math.Round(measure.Precision, 3),
                recall = Math.Round(measure.Recall, 3),
                f1 = Math.Round(measure.F1, 3),
                count = measure.Meant,
            }),
        },
        s_json);

    private static void AddTable(StringBuilder card, string title, IReadOnlyList<ReportLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        card.AppendLine(CultureInfo.InvariantCulture, $"\n### {title}\n\n| what | labelled | P | R | F1 | 95 % interval |\n|---|---:|---:|---:|---:|---|");
        foreach (var (_, name, tally) in lines)
        {
            var (low, high) = tally.Interval();
            card.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {tally.Right + tally.Missing} | {tally.Precision:F3} | {tally.Recall:F3} | {tally.F1:F3} | {low:F3} to {high:F3} |");
        }
    }

    private void AddCrossValidation(StringBuilder card)
    {
        card.AppendLine("""

            ## Cross-validation over authors

            Every training item judged by a model that saw nothing by its author. Authors differ in what they call a theme, so these figures
            are lower than those on items labelled by one careful hand. Roles are measured this way on the 250 items of
            [roles.jsonl](../../tests/Fixtures/roles.jsonl), given that the country is a tag, beside the baseline that always says `subject`.

            | what | labelled | P | R | F1 |
            |---|---:|---:|---:|---:|
            """);
        foreach (var measure in model.Measures)
        {
            card.AppendLine(CultureInfo.InvariantCulture, $"| {measure.Name} | {measure.Meant} | {measure.Precision:F3} | {measure.Recall:F3} | {measure.F1:F3} |");
        }
    }

    private const string Limits = """

        ## What these figures do not say

        * Items that are relevant make up about half of the measured sets and perhaps a fiftieth of news: precision in the wild is lower.
          The threshold leans to precision for that reason, and what lies just below it keeps its score, so that a reader can list it.
        * Most training texts were written for training, in 30 languages, by authors who followed one codebook;
          they are more even than news. Languages with fewer than ten measured items are shown, but their figures mean little.
        * Bare headlines carry less: relevance and themes of a headline are calibrated apart from those of a text.
        * Only the title and the first 1,500 letters of a text are read. A country that is first named below is not seen.
        * Names that are also words (Jordan, Mali, Apertus) are decided by their surroundings and are sometimes wrong.
        * Roles are right less often than countries; `place` and `supplier` are the weakest. A search that must not miss should not filter by role.
        * Scores of countries are not probabilities of a role. A person's correction scores 1 and overrides the model.

        """;
}
