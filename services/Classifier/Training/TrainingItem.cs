using System.Text.Json;
using System.Text.Json.Serialization;

namespace Monitoring.Classifier.Training;

/// <summary>One labelled item: training batches give roles, gold files bare codes.</summary>
internal sealed record TrainingItem
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    public required string Id { get; init; }

    public required string Title { get; init; }

    public string Summary { get; init; } = "";

    public string? Url { get; init; }

    public string Lang { get; init; } = "und";

    public string? Style { get; init; }

    public bool Relevant { get; init; }

    public IReadOnlyList<LabelledCountry> Countries { get; init; } = [];

    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The author's batch: what cross-validation holds out together.</summary>
    [JsonIgnore]
    public string Batch { get; init; } = "";

    /// <summary>Reads one item per line; the batch is the file's name.</summary>
    public static IReadOnlyList<TrainingItem> ReadAll(string file) =>
    [
        .. File.ReadLines(file).Where(line => line.Length > 0).Select(line =>
            JsonSerializer.Deserialize<TrainingItem>(line, s_json)! with { Batch = Path.GetFileNameWithoutExtension(file) }),
    ];
}

/// <summary>A country as a person labelled it; no role in gold files.</summary>
[JsonConverter(typeof(LabelledCountryConverter))]
internal sealed record LabelledCountry(string Code, string? Role)
{
    public bool IsTag => Role != "mention";
}

internal sealed class LabelledCountryConverter : JsonConverter<LabelledCountry>
{
    public override LabelledCountry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new(reader.GetString()!, null);
        }

        using var document = JsonDocument.ParseValue(ref reader);
        return new(document.RootElement.GetProperty("code").GetString()!, document.RootElement.GetProperty("role").GetString());
    }

    public override void Write(Utf8JsonWriter writer, LabelledCountry value, JsonSerializerOptions options) => throw new NotSupportedException();
}
