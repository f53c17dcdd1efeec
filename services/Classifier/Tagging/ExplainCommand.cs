using Monitoring.Contracts;
using Monitoring.Hosting.Startup;

namespace Monitoring.Classifier.Tagging;

/// <summary>Shows for one article what was found and what speaks for it.</summary>
internal static class ExplainCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancel)
    {
        if (arguments.Length is < 1 or > 3)
        {
            throw new UsageException("Give a title, and if you like a text and a language.");
        }

        var tags = Taggers.Create().Tag(arguments[0], arguments.ElementAtOrDefault(1) ?? "", arguments.ElementAtOrDefault(2));
        var lines = new List<string>
        {
            FormattableString.Invariant($"relevance {tags.Relevance:F3} ({(tags.IsRelevant ? "relevant" : "not relevant")}), language {tags.Language}, model {tags.ModelVersion}"),
        };
        lines.AddRange(tags.Countries.Select(country => FormattableString.Invariant($"country {country.Code} {country.Role} {country.Score:F3}: {Words(country.Evidence)}")));
        lines.AddRange(tags.Themes.Select(theme => FormattableString.Invariant($"theme {theme.Id} {theme.Score:F3}: {Words(theme.Evidence)}")));
        await Console.Out.WriteLineAsync(string.Join('\n', lines).AsMemory(), cancel);
        return 0;
    }

    private static string Words(IReadOnlyList<Evidence> evidence) =>
        string.Join(", ", evidence.Select(span => $"'{span.Text}' ({span.Field.ToString().ToLowerInvariant()} {span.Start})"));
}
