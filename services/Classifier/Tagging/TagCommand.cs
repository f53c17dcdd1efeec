using System.Text.Encodings.Web;
using System.Text.Json;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Tagging;

/// <summary>Tags items from standard input, one JSON object a line, onto standard output.</summary>
internal static class TagCommand
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancel)
    {
        var tagger = Taggers.Create(arguments.SkipWhile(argument => argument != "--model").ElementAtOrDefault(1));
        while (await Console.In.ReadLineAsync(cancel) is { } line)
        {
            if (line.Length > 0)
            {
                var item = JsonSerializer.Deserialize<Item>(line, s_json)!;
                var tags = tagger.Tag(item.Title ?? "", item.Summary ?? "", item.Lang);
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(Row(item.Id, tags), s_json).AsMemory(), cancel);
            }
        }

        return 0;
    }

    private static object Row(string? id, ArticleTags tags) => new
    {
        id,
        relevance = tags.Relevance,
        relevant = tags.IsRelevant,
        countries = tags.Countries.Select(country => new
        {
            country.Code,
            role = country.Role.ToString().ToLowerInvariant(),
            country.Score,
            evidence = Spans(country.Evidence),
        }),
        themes = tags.Themes.Select(theme => new { theme.Id, theme.Score, evidence = Spans(theme.Evidence) }),
        lang = tags.Language,
    };

    private static IEnumerable<object> Spans(IReadOnlyList<Evidence> evidence) =>
        evidence.Select(span => new { field = span.Field.ToString().ToLowerInvariant(), span.Start, span.Length, span.Text });

    private sealed record Item(string? Id, string? Title, string? Summary, string? Url, string? Lang);
}
