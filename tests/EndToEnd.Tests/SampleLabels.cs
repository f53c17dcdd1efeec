using System.Text.Json;

namespace Monitoring.EndToEnd.Tests;

/// <summary>What each item of the sample feeds is about by the codebook, as its author labelled it.</summary>
internal sealed record SampleLabels(bool Relevant, IReadOnlySet<string> Countries, IReadOnlySet<string> Themes)
{
    public static IReadOnlyDictionary<string, SampleLabels> All { get; } = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "sample-labels.jsonl"))
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
        .ToDictionary(PathOnLoopback, label => new SampleLabels(label.GetProperty("relevant").GetBoolean(), Strings(label, "countries"), Strings(label, "themes")));

    /// <summary>On loopback the host of a sample feed is the first folder of the path.</summary>
    public static SampleLabels Of(JsonElement article) => All[new Uri(article.GetProperty("url").GetString()!).AbsolutePath];

    private static string PathOnLoopback(JsonElement label)
    {
        var link = new Uri(label.GetProperty("link").GetString()!);
        return $"/{link.Host.Split('.')[0]}{link.AbsolutePath}";
    }

    private static HashSet<string> Strings(JsonElement label, string name) => [.. label.GetProperty(name).EnumerateArray().Select(each => each.GetString()!)];
}
